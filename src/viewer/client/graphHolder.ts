/** Draws the picture where the browser can, and anew where it took the drawing away. */
import type { App } from './app.ts';
import type { GraphView } from './graphView.ts';
import { WORDS } from './words.ts';

/** How often in a row the picture is drawn before the table has to do; and after how many milliseconds a row is over. */
const TRIES = 4;
const STEADY = 60_000;

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
  let tries = TRIES;
  let steady: number | undefined;
  const draw = async () => {
    graph?.end();
    clearTimeout(steady);
    const first = tries === TRIES;
    graph = tries === 0 ? undefined : await startGraph(app, () => void draw());
    tries -= 1;
    steady = window.setTimeout(() => {
      tries = TRIES - 1;
    }, STEADY);
    if (graph === undefined) without(first ? WORDS.noWebGL : WORDS.lostGraphics);
    else main.prepend(graph.element);
    graph?.render();
  };
  await draw();
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
  const probe = document.createElement('canvas').getContext('webgl2');
  if (probe === null) return undefined;
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  try {
    return (await import('./graphView.ts')).createGraphView(app, lost);
  } catch (error) {
    // The table goes on; what is wrong is told where faults of pages are.
    reportError(error);
    return undefined;
  }
}
