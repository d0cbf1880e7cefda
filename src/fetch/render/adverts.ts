/**
 * Registrable domains that serve adverts and count readers on a large part of the world's news pages. They put no text on a
 * page, and asking them would only cost requests; the list need not be complete.
 */
export const ADVERTS: ReadonlySet<string> = new Set(
  `2mdn.net adform.net adnxs.com adsafeprotected.com adsrvr.org amazon-adsystem.com bidswitch.net bing.com bluekai.com
  casalemedia.com chartbeat.com chartbeat.net clarity.ms cloudflareinsights.com criteo.com criteo.net demdex.net
  doubleclick.net doubleverify.com facebook.net google-analytics.com googleadservices.com googlesyndication.com
  googletagmanager.com googletagservices.com hotjar.com imrworldwide.com indexww.com ioam.de krxd.net media.net mixpanel.com
  moatads.com nr-data.net omtrdc.net openx.net optimizely.com outbrain.com parsely.com permutive.com piano.io pubmatic.com
  quantserve.com rubiconproject.com scorecardresearch.com segment.com sentry.io sharethis.com smartadserver.com taboola.com
  teads.tv tiktok.com xiti.com yieldlab.net zemanta.com`.split(/\s+/),
);
