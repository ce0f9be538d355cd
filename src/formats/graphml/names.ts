/**
 * A name for every node, distinct from all others: Cytoscape and igraph take nodes of one name for one node.
 *
 * The label where no other node has it, else the label with the id in brackets, as often as it takes. Without a
 * label (refused or empty) it is the id.
 */
export function uniqueNames(labels: readonly (string | undefined)[], ids: readonly string[]): string[] {
  const wanted = ids.map((id, i) => labels[i] || id);
  const uses = new Map<string, number>();
  for (const name of wanted) uses.set(name, (uses.get(name) ?? 0) + 1);
  return wanted.map((label, i) => {
    if (uses.get(label) === 1) return label;
    let name = `${label} (${ids[i]})`;
    while (uses.has(name)) name += ` (${ids[i]})`;
    uses.set(name, 1);
    return name;
  });
}
