import type { KnownEntity } from '../../knowledge/knowledge.ts';
import { type FieldColumns, text, texts, word } from './columns.ts';
import type { Scope } from './scope.ts';

/** `lineage`: the class and all its superclasses, nearest first. `name` is the display name, `label` the editor's. */
export function entityColumns({ knowledge, iris }: Scope): FieldColumns<KnownEntity> {
  const { classes } = knowledge.ontology;
  return {
    id: [word('id', (entity) => entity.id), text('iri', (entity) => iris.entity(entity.id))],
    class: [
      text('class', (entity) => entity.class),
      text('class_iri', (entity) => classes.get(entity.class)?.iri),
      texts('lineage', (entity) => classes.get(entity.class)?.lineage ?? []),
    ],
    name: [text('name', (entity) => entity.name)],
    nameLanguage: [text('name_language', (entity) => entity.nameLanguage)],
    label: [text('label', (entity) => entity.label)],
    labelLanguage: [text('label_language', (entity) => entity.labelLanguage)],
    formerIds: [texts('former_ids', (entity) => entity.formerIds ?? [])],
  };
}
