/** Properties after which nothing of an element is seen, whatever else is said. */
const HIDES =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|font(?:-size)?\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!/]|$)|opacity\s*:\s*0(?:\.0+)?%?\s*(?:[;!]|$)|clip\s*:\s*rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?\s*\)|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*)*\))|transform\s*:\s*scale[xy]?\(\s*0(?:\s*,\s*0)?\s*\)|text-indent\s*:\s*-\d{3,}|color\s*:\s*transparent)/i;
/** Far outside the page. */
const OUTSIDE =
  /(?:^|;)\s*(?:left|right|top|bottom|margin-left|margin-top|inset-inline-start)\s*:\s*-\d{3,}(?:px|pt)|(?:^|;)\s*transform\s*:\s*translate[xy]?\(\s*-\d{4,}/i;
const OUT_OF_FLOW = /(?:^|;)\s*position\s*:\s*(?:absolute|fixed)/i;
/** Of no size, and what does not fit is cut off. */
const NO_SIZE = /(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*[01](?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)/i;
const CUTS_OFF = /(?:^|;)\s*overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/i;

/** Longer styles hold pictures. */
const MAX_STYLE = 2_000;

/** Does the style of an element hide it from all who look at the page? */
export function isHiddenBy(style: string): boolean {
  const looked = style.slice(0, MAX_STYLE);
  if (HIDES.test(looked)) return true;
  if (OUTSIDE.test(looked) && (OUT_OF_FLOW.test(looked) || /margin|transform/i.test(looked))) return true;
  return NO_SIZE.test(looked) && CUTS_OFF.test(looked);
}
