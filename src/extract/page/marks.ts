import { isHiddenBy } from "./hidden-style.ts";
import type { Element } from "./tree.ts";

/** What an element's class, id, role and the like say about it. */
export interface Marks {
  /** Never part of a text: advertisements, share bars, comments, newsletter boxes, related links. */
  readonly junk: boolean;
  /** Of these, what is named after advertisements and offers alone. */
  readonly ad: boolean;
  /** Often, not always, beside the text: dates, tags, tools, galleries. Kept when it holds real paragraphs. */
  readonly doubtful: boolean;
  /** Names the body of an article. */
  readonly body: boolean;
  readonly caption: boolean;
  /** A picture with a heading and a paragraph of its own, one of several: text, whatever it is called. Found by what it holds. */
  readonly slide: boolean;
  readonly hidden: boolean;
  /** Readers' comments, or teasers of other articles. */
  readonly comment: boolean;
}

const PLAIN: Marks = {
  junk: false,
  ad: false,
  doubtful: false,
  body: false,
  caption: false,
  slide: false,
  hidden: false,
  comment: false,
};

/** Words are matched whole, between hyphens: `-related-`; camelCase, digits and underscores are split before. */
const words = (alternatives: string): RegExp => new RegExp(`-(?:${alternatives.trim().replace(/\s+/g, "|")})-`);

const COMMENT = words(
  `comment comments commentlist kommentar kommentare comentario comentarios commentaire commentaires disqus reply replies teaser teasers related`,
);

const AD = words(`
  ad ads adv advert adverts advertising advertisement advertisements advertorial adslot adunit admanager adbox adsbygoogle
  adwrapper dfp gpt werbung anzeige anzeigen sponsor sponsored sponsors sponsorship publicidad publicidade pubblicita reklama
  promo promos promobox promotion promoted
`);

const JUNK = words(`
  related recirc recirculation recommend recommended recommendation recommendations recommends verwandt
  more-(?:on|from|stories|news|articles|in|about|like|coverage|posts|reading) read-(?:more|next|also|too|on) also-read see-also
  further-reading leggi-anche lire-aussi mehr-zum-thema most-(?:read|popular|viewed|shared|recent|commented) popular trending
  up-next next-(?:article|story|post|up) prev-(?:article|story|post) previous-(?:article|story|post)
  teaser teasers teaserlist promo promos promobox promotion promoted promolink
  newsletter newsletters subscribe subscription subscriptions signup sign-up optin opt-in mailchimp abo abonnement
  social socials socialmedia share shares sharing sharebar sharer sharebuttons addthis addtoany sharedaddy teilen follow followus
  comment comments commentlist commenting disqus livefyre discussion kommentar kommentare comentarios commentaires respond forum
  sidebar navigation navbar menu breadcrumb breadcrumbs pagination pager
  author-(?:bio|box|info|card|details|description|profile|about|block) about-(?:the-)?author bio biography
  ad ads adv advert adverts advertising advertisement advertisements advertorial adslot adunit admanager adbox adsbygoogle
  adwrapper dfp gpt werbung anzeige anzeigen sponsor sponsored sponsors sponsorship publicidad publicidade pubblicita reklama
  outbrain taboola ligatus plista zergnet revcontent mgid nativo teads engageya
  cookie cookies cookiebanner consent gdpr onetrust modal popup lightbox
  donate donation donations support-us app-promo rating ratings vote voting poll polls quiz
  pullquote pull-quote pulled-quote noprint no-print login signin sign-in register registration
  tooltip copyright disclaimer tags taglist tag-list keywords topics topic-list factcheck-widget
  complementary navigation contentinfo excerpt not-prose factbox fact-box faktaboks faktabox faktaruta infobox info-box infokasten
  expandable-box bulletpoints bullet-points key-points keypoints key-takeaways keytakeaways
  trc trinity audioplayer audio-player podcast-player speech readspeaker
`);

/** All names of advertisements, to see what else a box is called. */
const ADS = new RegExp(AD.source.replace(/-$/, "(?=-)"), "g");

const DOUBTFUL = words(`
  aside rail widget widgets banner footer header nav tag topic author authors byline dateline timestamp date published updated
  meta metadata tools toolbar actions print email gallery slideshow carousel slider slick swiper player video audio jw
  credit credits source info infos box infobox factbox label kicker eyebrow category categories section-title toc
  table-of-contents embed links link-list linklist list-links latest offer offers product products shop buy deal deals
  partner partners hinweis service services contact feedback report notification premium paywall regwall overlay extra
  additional supplementary explainer promo-text bottom under after
`);

const CAPTION =
  words(`caption captions figcaption wp-caption-text image-caption photo-caption legend credit photocredit photo-credit
  bildunterschrift bildtext image-credit media-caption img-caption copyright-text picture-caption`);

const BODY = words(`
  article-?(?:body|text|content|copy|main|detail|details|paragraphs|html|section) (?:story|post|entry|page|news|text|content|main)-?(?:body|text|content|copy|maincontent)
  body-?(?:text|copy|content) richtext rich-text rte fulltext full-text field-name-body
`);

const UNSEEN =
  words(`skip-link skiplink sr-only visually-hidden visuallyhidden screen-reader screen-reader-text screenreader
  offscreen hidden-text (?:rollover|tooltip|popover|hovercard)(?:-[a-z]+)*-(?:block|content|box|text|card|body|panel) hide-text print-only printonly`);

export type MarkReader = (element: Element) => Marks;

/** Class strings repeat through a page, so each is judged once. */
export function markReader(): MarkReader {
  const known = new Map<string, Marks>();
  return (element) => {
    let named = "";
    let hidden = false;
    for (const { name, value } of element.attrs) {
      if (
        name === "class" ||
        name === "id" ||
        name === "role" ||
        name === "itemprop" ||
        name === "data-testid" ||
        name === "data-component"
      )
        named += ` ${value}`;
      else if (name === "hidden" || (name === "aria-hidden" && value === "true")) hidden = true;
      else if (name === "style" && isHiddenBy(value)) hidden = true;
    }
    if (named === "") return hidden ? HIDDEN : PLAIN;
    const key = hidden ? `!${named}` : named;
    const seen = known.get(key);
    if (seen) return seen;
    const marks = judge(named, hidden);
    known.set(key, marks);
    return marks;
  };
}

const HIDDEN: Marks = { ...PLAIN, hidden: true };
/** Longer class strings are utility soup (or an attack). */
const MAX_NAMED = 600;

/** Utility classes with a condition ("hover:…", "md:hidden") speak of looks, not of what a box holds: their words are left out. */
function judge(named: string, hidden: boolean): Marks {
  const split = named
    .slice(0, MAX_NAMED)
    .replace(/(?<!\S)[^\s:]*:\S*/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-");
  const text = `${split}-`;
  return {
    junk: JUNK.test(text),
    ad: AD.test(text) && !JUNK.test(text.replace(ADS, "-")),
    doubtful: DOUBTFUL.test(text),
    body: BODY.test(text) && !COMMENT.test(text),
    caption: CAPTION.test(text),
    slide: false,
    hidden: hidden || UNSEEN.test(text),
    comment: COMMENT.test(text),
  };
}
