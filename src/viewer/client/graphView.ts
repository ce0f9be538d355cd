/** The region of the graph: the picture, what it holds, and buttons to move it. */
import type { App, Part } from './app.ts';
import { button, make } from './dom.ts';
import { listenToKeys } from './graphKeys.ts';
import { createStage, type Stage } from './stage.ts';
import { WORDS } from './words.ts';

export interface GraphView extends Part {
  readonly stage: Stage;
  /** Gives back what the browser lent for drawing. */
  end(): void;
}

/** `lost` is called when the browser takes its graphics away, as it may after sleep or with many pages open. */
export function createGraphView(app: App, lost: () => void): GraphView {
  const stage = createStage(app);
  const notice = make('p', { class: 'notice' });
  const closer = button(WORDS.closeCommunities, () => app.go({ opened: [] }), { class: 'small' });
  const element = make(
    'div',
    {
      class: 'graph-view',
      attributes: {
        id: 'graph',
        tabindex: '0',
        role: 'application',
        'aria-roledescription': WORDS.graphRole,
        'aria-label': WORDS.graphLabel(app.model.payload.title),
        'aria-description': WORDS.graphKeys,
      },
    },
    stage.element,
    make('div', { class: 'notices' }, notice, closer),
    zoomButtons(stage),
  );
  listenToKeys(app, stage, element);
  const sizes = new ResizeObserver(() => stage.drawing.renderer.scheduleRender());
  sizes.observe(element);
  // The event does not bubble, but it is caught on its way down. It comes once for each canvas.
  element.addEventListener('webglcontextlost', lost, { capture: true, once: true });
  const end = () => {
    sizes.disconnect();
    element.removeEventListener('webglcontextlost', lost, { capture: true });
    element.remove();
    stage.drawing.renderer.kill();
  };
  const render = () => {
    stage.render();
    notice.textContent = noticeText(app, stage);
    notice.hidden = notice.textContent === '';
    closer.hidden = stage.drawing.scene === undefined || app.state.opened.length === 0;
  };
  return { element, stage, render, end };
}

function zoomButtons({ camera }: Stage): HTMLElement {
  const one = (text: string, label: string, click: () => void) =>
    button(text, click, { attributes: { 'aria-label': label, title: label } });
  return make(
    'div',
    { class: 'zoom' },
    one('+', WORDS.zoomIn, () => camera.zoom(1.5)),
    one('−', WORDS.zoomOut, () => camera.zoom(1 / 1.5)),
    one('⤢', WORDS.zoomReset, () => camera.reset()),
  );
}

function noticeText(app: App, { drawing: { scene } }: Stage): string {
  if (app.model.nodeCount === 0) return WORDS.empty;
  if (app.visible.nodeCount === 0) return WORDS.nothingShown;
  if (scene === undefined) return '';
  const { nodes, edges, groups } = scene.left;
  const cuts = [
    { count: nodes, text: WORDS.levelsCut('members', scene.nodes.length, scene.nodes.length + nodes) },
    {
      count: groups,
      text: WORDS.levelsCut('communities', scene.groups.length, scene.groups.length + groups),
    },
    {
      count: edges,
      text: WORDS.levelsCut('relations', app.visible.edgeCount - edges, app.visible.edgeCount),
    },
  ];
  return [WORDS.levels, ...cuts.filter(({ count }) => count > 0).map(({ text }) => text)].join(' ');
}
