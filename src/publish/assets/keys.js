/* Extras: every page works without this file. Keys: j/k next and previous edit, n/p next and previous
   pair, v the other view, / search, ? help. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a script of the page is one function, so that it leaves no globals.
(() => {
  const go = (selector) => {
    const link = document.querySelector(selector);
    if (link) location.href = link.href;
  };
  // An edit is every element that has its number: words taken out on one side and put in on the other.
  const HEAD_ROOM = 110;
  const parts = (number) => [...document.querySelectorAll(`[data-edit="${number}"]`)];
  const marks = [...document.querySelectorAll("[data-edit]")];
  const numbers = [...new Set(marks.map((mark) => Number(mark.dataset.edit)))].sort((a, b) => a - b);
  const stepper = document.querySelector(".stepper");
  const top = (number) => Math.min(...visible(number).map((part) => part.getBoundingClientRect().top));
  const visible = (number) => {
    // On a narrow screen the old text steps aside without leaving: it keeps its box and cannot be seen.
    const shown = parts(number).filter((part) =>
      part.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }),
    );
    return shown.length > 0 ? shown : parts(number);
  };
  const show = (at) => {
    const number = numbers[at];
    for (const mark of marks) mark.classList.toggle("here", Number(mark.dataset.edit) === number);
    if (stepper) stepper.querySelector("[role=status]").textContent = `Edit ${at + 1} of ${numbers.length}`;
  };
  const step = (way) => {
    const focused = document.activeElement.closest("[data-edit].here");
    const at = focused ? numbers.indexOf(Number(focused.dataset.edit)) + way : nearest(way);
    if (!(at in numbers)) return;
    show(at);
    const [first] = visible(numbers[at]);
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: scrollY + top(numbers[at]) - HEAD_ROOM, behavior: smooth ? "smooth" : "auto" });
  };
  // From where the reader has scrolled to: the next one below the head, or the last one above it.
  const nearest = (way) =>
    way > 0
      ? numbers.findIndex((number) => top(number) > HEAD_ROOM + 1)
      : numbers.findLastIndex((number) => top(number) < HEAD_ROOM - 1);
  const arrive = () => {
    const number = /^#e(\d+)$/.exec(location.hash)?.[1];
    const at = numbers.indexOf(Number(number));
    if (at < 0) return;
    show(at);
    const [first] = visible(numbers[at]);
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  };
  addEventListener("hashchange", arrive);
  arrive();
  if (stepper && numbers.length > 0) {
    stepper.hidden = false;
    // The focus stays in the text, so that the next step counts from there.
    for (const button of stepper.querySelectorAll("button"))
      button.addEventListener("click", () => step(Number(button.value)));
  }
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
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    keys[event.key]?.(event);
  });
  // A timeline wider than the page opens at the pair shown, else at the latest version; a folded one has no width yet.
  const line = document.querySelector(".line");
  const tick = line?.querySelector("[aria-current]") ?? line?.querySelector("a:last-of-type");
  const around = document.querySelector("details.around");
  const toTick = () => {
    line.scrollLeft += tick.getBoundingClientRect().left - line.getBoundingClientRect().left - line.clientWidth / 2;
  };
  if (tick) {
    toTick();
    around?.addEventListener("toggle", toTick, { once: true });
  }
  // Wide screens show reasons and timeline; a style sheet alone cannot unfold them in every browser.
  if (around && matchMedia("(min-width: 44.01rem)").matches) around.open = true;
  // Everything is printed, also what is folded on the screen.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details.fold, details.margin, details.around")) fold.open = true;
  });
})();
