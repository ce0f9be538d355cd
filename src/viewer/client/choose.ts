/** The steps that a reader takes, from wherever: the graph, the table, the search or the panel. */
import type { App } from './app.ts';
import { edgeSentence, labelOf, toText } from './facts.ts';
import { otherEnd } from './model.ts';
import { neighboursClockwise } from './walk.ts';
import { WORDS } from './words.ts';

/** Selects an entity; where the other end of a path is awaited, ends the path there. */
export function chooseNode(app: App, node: number): void {
  const { selection } = app.state;
  if (selection.kind === 'path' && selection.to === undefined) {
    app.go({ selection: { ...selection, to: node } });
    return;
  }
  app.go({ selection: { kind: 'node', node } });
  const { payload } = app.model;
  const neighbours = new Set(neighboursClockwise(app.model, app.visible, node).map((one) => one.node)).size;
  const kind = payload.classes[payload.nodes.class[node] ?? -1]?.label ?? '';
  app.say(WORDS.selected(labelOf(app.model, node), kind, neighbours));
}

export function chooseEdge(app: App, edge: number): void {
  app.go({ selection: { kind: 'edge', edge } });
  app.say(toText(edgeSentence(app.model, edge)));
}

export function startPath(app: App, from: number): void {
  app.go({ selection: { kind: 'path', from, to: undefined } });
  app.say(WORDS.pathPick(labelOf(app.model, from)));
}

export function clearSelection(app: App): void {
  if (app.state.selection.kind === 'none') return;
  app.go({ selection: { kind: 'none' } });
  app.say(WORDS.cleared);
}

/** The entities that the selection is about. */
export function selectedNodes(app: App): number[] {
  const { selection } = app.state;
  if (selection.kind === 'node') return [selection.node];
  if (selection.kind === 'path')
    return selection.to === undefined ? [selection.from] : [selection.from, selection.to];
  if (selection.kind === 'none') return [];
  const source = app.model.payload.edges.source[selection.edge] ?? 0;
  return [source, otherEnd(app.model, selection.edge, source)];
}
