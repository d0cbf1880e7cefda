/* Extras: every page works without this file. Keys: j/k next and previous edit, n/p next and previous
   pair, v the other view, / search, ? help. */
(() => {
  const go = (selector) => {
    const link = document.querySelector(selector);
    if (link) location.href = link.href;
  };
  const HEAD_ROOM = 90;
  const step = (way) => {
    const edits = [...document.querySelectorAll("[data-edit]")];
    const at = edits.findIndex((edit) => edit === document.activeElement || edit.contains(document.activeElement));
    const below = (edit) => edit.getBoundingClientRect().top > HEAD_ROOM + 1;
    const next =
      at >= 0
        ? at + way
        : way > 0
          ? edits.findIndex(below)
          : edits.findLastIndex((edit) => !below(edit) && edit.getBoundingClientRect().top < HEAD_ROOM - 1);
    const edit = edits[next];
    if (!edit) return;
    edit.tabIndex = -1;
    edit.focus({ preventScroll: true });
    const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: scrollY + edit.getBoundingClientRect().top - HEAD_ROOM, behavior: smooth ? "smooth" : "auto" });
  };
  const search = (event) => {
    const field = document.querySelector("#q");
    event.preventDefault();
    if (field) field.focus();
    else location.href = "/search";
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => go("link[rel=next]"),
    p: () => go("link[rel=prev]"),
    v: () => go("a[data-view]"),
    "/": search,
    "?": () => document.querySelector("#keys").showModal(),
  };
  addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    keys[event.key]?.(event);
  });
  // A timeline wider than the page opens at the pair shown, else at the latest version.
  const line = document.querySelector(".line");
  const tick = line?.querySelector("[aria-current]") ?? line?.querySelector("a:last-of-type");
  if (tick)
    line.scrollLeft = tick.getBoundingClientRect().left - line.getBoundingClientRect().left - line.clientWidth / 2;
  // Everything is printed, also what is folded on the screen.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details.fold, details.margin")) fold.open = true;
  });
})();
