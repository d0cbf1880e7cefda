import type { Box } from "#extract/page/page";

/** A box and those around it, from the inside out, without the body. */
export function boxesAround(inner: Box): readonly Box[] {
  const boxes: Box[] = [];
  for (let box: Box | null = inner; box && box.element.name !== "body"; box = box.parent) boxes.push(box);
  return boxes;
}
