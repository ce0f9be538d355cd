/** The graph by keyboard: from neighbour to neighbour, each said aloud. */
import type { App } from './app.ts';
import { chooseEdge, chooseNode } from './choose.ts';
import { edgeSentence, labelOf, toText } from './facts.ts';
import type { Stage } from './stage.ts';
import { type Neighbour, neighboursClockwise } from './walk.ts';
import { WORDS } from './words.ts';

/** How much a key zooms. */
const ZOOM = 1.5;

export function listenToKeys(app: App, stage: Stage, region: HTMLElement): void {
  const cursor = new Cursor(app, stage);
  const { camera } = stage;
  const walks: Readonly<Record<string, () => void>> = {
    ArrowRight: () => cursor.step(1),
    ArrowLeft: () => cursor.step(-1),
    ArrowDown: () => cursor.enter(),
    Enter: () => cursor.enter(),
    ArrowUp: () => cursor.leave(),
    ' ': () => cursor.openRelation(),
  };
  const zooms: Readonly<Record<string, () => void>> = {
    '+': () => camera.zoom(ZOOM),
    '=': () => camera.zoom(ZOOM),
    '-': () => camera.zoom(1 / ZOOM),
    '0': () => camera.reset(),
  };
  region.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (event.target !== region || ctrlKey || metaKey || altKey) return;
    if (Object.hasOwn(zooms, key)) zooms[key]?.();
    else if (Object.hasOwn(walks, key)) cursor.from(() => walks[key]?.());
    else return;
    event.preventDefault();
  });
}

/** Which neighbour of the selected node the keyboard is on. */
class Cursor {
  readonly #app: App;
  readonly #stage: Stage;
  readonly #back: number[] = [];
  #centre: number | undefined;
  #around: readonly Neighbour[] = [];
  #place = -1;

  constructor(app: App, stage: Stage) {
    this.#app = app;
    this.#stage = stage;
  }

  /** Does it from the selected node, or the one before; with none, selects the largest. */
  from(deed: () => void): void {
    const { selection } = this.#app.state;
    const node = selection.kind === 'node' ? selection.node : this.#centre;
    if (node === undefined) {
      this.#start();
      return;
    }
    if (node !== this.#centre) this.#place = -1;
    this.#centre = node;
    this.#around = neighboursClockwise(this.#app.model, this.#app.visible, node);
    deed();
  }

  step(by: 1 | -1): void {
    const count = this.#around.length;
    if (count === 0) {
      this.#app.say(WORDS.noNeighbours);
      return;
    }
    this.#place = this.#place < 0 && by < 0 ? count - 1 : (this.#place + by + count) % count;
    const one = this.#around[this.#place];
    if (one === undefined) return;
    this.#stage.point(one.edge, one.node);
    const { model } = this.#app;
    const sentence = toText(edgeSentence(model, one.edge));
    this.#app.say(WORDS.neighbour(labelOf(model, one.node), sentence, this.#place + 1, count));
  }

  enter(): void {
    const one = this.#around[this.#place];
    if (one === undefined) {
      this.step(1);
      return;
    }
    if (this.#centre !== undefined) this.#back.push(this.#centre);
    this.#go(() => chooseNode(this.#app, one.node));
  }

  leave(): void {
    const node = this.#back.pop();
    if (node !== undefined) this.#go(() => chooseNode(this.#app, node));
  }

  openRelation(): void {
    const one = this.#around[this.#place];
    if (one !== undefined) this.#go(() => chooseEdge(this.#app, one.edge));
  }

  #go(choose: () => void): void {
    this.#stage.point(undefined, undefined);
    choose();
  }

  #start(): void {
    const { order, picture } = this.#stage.drawing;
    const first = order.map((key) => picture.getNodeAttributes(key)).find(({ group }) => group === undefined);
    if (first !== undefined) chooseNode(this.#app, first.node);
  }
}
