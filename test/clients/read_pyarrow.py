"""Prints the tables that PyArrow reads from Parquet files, and what filters find in them, as JSON: read_pyarrow.py FILE…

Each file is `….NAME.parquet`. Whole numbers are printed as texts, so that none is rounded.
"""

import datetime
import json
import re
import sys

import pyarrow
import pyarrow.compute as compute
import pyarrow.parquet as parquet

TYPES = {
    pyarrow.string(): 'text',
    pyarrow.bool_(): 'truth',
    pyarrow.int64(): 'whole',
    pyarrow.date32(): 'day',
}


def type_of(kind):
    if not pyarrow.types.is_list(kind):
        return TYPES.get(kind, str(kind))
    item = kind.value_type
    if not pyarrow.types.is_struct(item):
        return f'list of {type_of(item)}'
    texts = all(field.type == pyarrow.string() for field in item)
    return 'list of ' + ' '.join(field.name for field in item) if texts else str(kind)


def plain(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def findings(paths, tables):
    facts, evidence = tables['facts'], tables['evidence']
    cited = pyarrow.table({'id': compute.list_flatten(facts['evidence'])})
    filtered = lambda *filters: str(parquet.read_table(paths['facts'], filters=list(filters)).num_rows)
    return {
        'plain': filtered(('plain', '=', True)),
        'joined': str(cited.join(evidence.select(['id']), 'id', join_type='inner').num_rows),
        'quoted': str(evidence.num_rows - evidence['quote'].null_count),
        'dated': filtered(('start_earliest', '>=', datetime.date(2000, 1, 1))),
        'qualified': str(len(compute.list_flatten(facts['qualifiers']))),
        'relations': {
            name: filtered(('relation', '=', name)) for name in facts['relation'].unique().to_pylist()
        },
    }


def main():
    paths = {re.fullmatch(r'.*\.([a-z]+)\.parquet', path).group(1): path for path in sys.argv[1:]}
    tables = {name: parquet.read_table(path) for name, path in paths.items()}
    for table in tables.values():
        table.validate(full=True)
    found = {
        name: {
            'columns': [[field.name, type_of(field.type)] for field in table.schema],
            'rows': [[plain(value) for value in row.values()] for row in table.to_pylist()],
        }
        for name, table in tables.items()
    }
    print(json.dumps({'tables': found, 'findings': findings(paths, tables)}, allow_nan=False))


main()
