/** Rows of numbers, written cell after cell. Each feature is named where it is computed, so that no list of names can drift from it. */
export class Sheet {
  /** Names of the columns, in the order of writing; complete when the first row is. */
  readonly names: string[] = [];
  #cells: Float32Array;
  #length = 0;
  #isFirst = true;

  constructor(rows: number) {
    this.#cells = new Float32Array(Math.max(1, rows) * ROOM);
  }

  put(name: string, value: number): void {
    if (this.#isFirst) this.names.push(name);
    if (this.#length === this.#cells.length) this.#grow();
    this.#cells[this.#length++] = value;
  }

  endRow(): void {
    this.#isFirst = false;
  }

  get cells(): Float32Array {
    return this.#cells.subarray(0, this.#length);
  }

  #grow(): void {
    const larger = new Float32Array(this.#cells.length * 2);
    larger.set(this.#cells);
    this.#cells = larger;
  }
}

/** Columns to make room for; a little above what there is. */
const ROOM = 128;
