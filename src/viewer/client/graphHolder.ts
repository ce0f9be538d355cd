/** Draws the picture where the browser can, and anew where it took the drawing away. */
import type { App } from './app.ts';
import type { GraphView } from './graphView.ts';
import { WORDS } from './words.ts';

/** How often the picture is drawn before the table has to do. */
const TRIES = 4;

export interface GraphHolder {
  /** Undefined without a picture. */
  readonly element: HTMLElement | undefined;
  render(): void;
  /** After a change of theme. */
  repaint(): void;
}

export interface Holding {
  readonly main: HTMLElement;
  /** Told why, where there is no picture. */
  readonly without: (reason: string) => void;
}

export async function holdGraph(app: App, { main, without }: Holding): Promise<GraphHolder> {
  let graph: GraphView | undefined;
  const draw = async (tries: number) => {
    graph?.end();
    graph = tries === 0 ? undefined : await startGraph(app, () => void draw(tries - 1));
    if (graph === undefined) without(tries === TRIES ? WORDS.noWebGL : WORDS.lostGraphics);
    else main.prepend(graph.element);
    graph?.render();
  };
  await draw(TRIES);
  return {
    get element() {
      return graph?.element;
    },
    render: () => graph?.render(),
    repaint: () => graph?.stage.repaint(),
  };
}

/** Needs WebGL 2, which sigma asks for as soon as it is loaded: so it is loaded only where it is there. */
async function startGraph(app: App, lost: () => void): Promise<GraphView | undefined> {
  try {
    if (document.createElement('canvas').getContext('webgl2') === null) return undefined;
    return (await import('./graphView.ts')).createGraphView(app, lost);
  } catch {
    return undefined;
  }
}
