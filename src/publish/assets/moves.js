/* A line from where a moved paragraph stood to where it stands now. The links at both ends say the same in words. */
const STEP = 5;
const FROM_TEXT = 15;
const ROOM_FOR_NUMBERS = 28;

const endsOf = (link) => ({
  now: link.closest(".way") ? link.closest("span.end") : link.closest(".row"),
  left: document.getElementById(link.hash.slice(1)),
  link: link.closest(".way"),
});

/** The line of a sentence: from the edge of the old column to the link in the new one; inline, both ends are in one column. */
const lineOfSentence = (left, link, box, inline) => {
  const from = left.getClientRects()[0] ?? left.getBoundingClientRect();
  const to = link.getBoundingClientRect();
  const cell = (element) => element.closest(".cell").getBoundingClientRect();
  const [y1, y2] = [from.top + from.height / 2 - box.top, to.top + to.height / 2 - box.top];
  if (inline) {
    const x = (element) => cell(element).left - box.left - 6;
    return { x1: x(left), y1, x2: x(link), y2, near: -50, far: Math.max(-box.left + 4, -90) };
  }
  const [edge, x2] = [cell(left).right - box.left, cell(link).left - box.left - 2];
  return { x1: edge, y1, x2, y2, near: edge + FROM_TEXT - 10, far: Math.max(x2 - ROOM_FOR_NUMBERS, edge + 5) };
};

(() => {
  const text = document.querySelector(".side, .inline-text");
  // Of a sentence the link at the new place leads to the old one, which the old column has first.
  const moves = [...document.querySelectorAll('.row.moved a.end, .end[id$="-to"] > .way')]
    .map(endsOf)
    .filter((move) => move.left);
  // A page turned upside down would be all lines.
  const MOST = 40;
  if (!text || moves.length === 0 || moves.length > MOST) return;

  const create = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const svg = create("svg");
  svg.classList.add("moves");
  svg.setAttribute("aria-hidden", "true");
  text.prepend(svg);
  for (const move of moves) {
    move.path = svg.appendChild(create("path"));
    for (const row of [move.now, move.left]) {
      const light = (on) => () => move.path.classList.toggle("on", on);
      row.addEventListener("pointerenter", light(true));
      row.addEventListener("pointerleave", light(false));
      row.addEventListener("focusin", light(true));
      row.addEventListener("focusout", light(false));
    }
  }

  const inline = text.matches(".inline-text");

  /** Where a line leaves, where it arrives, and between which two places lanes may run. */
  const ends = ({ now, left, link }) => {
    const box = text.getBoundingClientRect();
    if (link) return lineOfSentence(left, link, box, inline);
    const old = left.querySelector(inline ? ".label" : ".cell.old").getBoundingClientRect();
    const label = now.querySelector(".label").getBoundingClientRect();
    const y1 = old.top + old.height / 2 - box.top;
    const y2 = label.top + label.height / 2 - box.top;
    const x2 = label.left - box.left - 6;
    if (inline) return { x1: old.left - box.left - 6, y1, x2, y2, near: -50, far: Math.max(-box.left + 4, -90) };
    const edge = old.right - box.left;
    return { x1: edge, y1, x2, y2, near: edge + FROM_TEXT - 10, far: Math.max(x2 - ROOM_FOR_NUMBERS, edge + 5) };
  };

  /** Short lines nearest to the text, and no two on one lane where they would run over each other. */
  const laned = (lines) => {
    const taken = [];
    for (const line of lines.toSorted((a, b) => Math.abs(a.y2 - a.y1) - Math.abs(b.y2 - b.y1))) {
      const [top, end] = [Math.min(line.y1, line.y2) - 6, Math.max(line.y1, line.y2) + 6];
      const lanes = Math.max(1, Math.floor(Math.abs(line.far - line.near) / STEP) + 1);
      const free = (lane) => taken.every((each) => each.lane !== lane || each.end < top || each.top > end);
      let lane = 0;
      while (lane < lanes && !free(lane)) lane++;
      taken.push({ lane, top, end });
      line.x = line.near + Math.sign(line.far - line.near) * (lane % lanes) * STEP;
    }
  };

  const shape = ({ x1, y1, x2, y2, x }) => {
    const r = 5;
    const down = y2 > y1 ? r : -r;
    const side = x > x1 ? r : -r;
    return (
      `M${x1} ${y1}H${x - side}Q${x} ${y1} ${x} ${y1 + down}V${y2 - down}Q${x} ${y2} ${x + r} ${y2}H${x2}` +
      `m-5-3.5 5 3.5-5 3.5`
    );
  };

  const draw = () => {
    const lines = moves.map((move) => Object.assign(ends(move), { path: move.path }));
    const narrow = lines.some(({ x1, x2, near, far }) => (inline ? far > near - STEP : x2 - x1 < 12));
    svg.toggleAttribute("hidden", narrow);
    if (narrow) return;
    laned(lines);
    for (const line of lines) line.path.setAttribute("d", shape(line));
  };
  // Also when a stretch unfolds, a face has loaded or the window is another.
  new ResizeObserver(draw).observe(text);
})();
