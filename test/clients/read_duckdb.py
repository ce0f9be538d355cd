"""Prints the tables that DuckDB reads from Parquet files, and what queries find in them, as JSON: read_duckdb.py FILE…

Each file is `….NAME.parquet`. Whole numbers are printed as texts, so that none is rounded.
"""

import datetime
import json
import re
import sys

import duckdb

TYPES = {'VARCHAR': 'text', 'VARCHAR[]': 'list of text', 'BOOLEAN': 'truth', 'BIGINT': 'whole', 'DATE': 'day'}

FINDINGS = {
    'plain': 'select count(*) from facts where plain',
    'joined': 'select count(*) from (select unnest(evidence) as id from facts) join evidence using (id)',
    'quoted': 'select count(*) from evidence where quote is not null',
    'dated': "select count(*) from facts where start_earliest >= date '2000-01-01'",
    'qualified': 'select count(*) from (select unnest(qualifiers) from facts)',
}


def type_of(found):
    name = str(found)
    if name.startswith('STRUCT(') and name.endswith('[]'):
        fields = found.children[0][1].children
        texts = all(str(kind) == 'VARCHAR' for _, kind in fields)
        return 'list of ' + ' '.join(field for field, _ in fields) if texts else name
    return TYPES.get(name, name)


def plain(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def main():
    connection = duckdb.connect()
    tables = {}
    for path in sys.argv[1:]:
        name = re.fullmatch(r'.*\.([a-z]+)\.parquet', path).group(1)
        quoted = path.replace("'", "''")
        connection.execute(f"create view {name} as select * from read_parquet('{quoted}')")
        relation = connection.table(name)
        columns = [[column, type_of(kind)] for column, kind in zip(relation.columns, relation.types)]
        rows = [[plain(value) for value in row] for row in relation.fetchall()]
        tables[name] = {'columns': columns, 'rows': rows}
    findings = {name: str(connection.execute(query).fetchone()[0]) for name, query in FINDINGS.items()}
    # One query for each, so that the statistics of row groups decide what is read.
    names = [name for (name,) in connection.execute('select distinct relation from facts').fetchall()]
    count = 'select count(*) from facts where relation = ?'
    findings['relations'] = {name: str(connection.execute(count, [name]).fetchone()[0]) for name in names}
    print(json.dumps({'tables': tables, 'findings': findings}, allow_nan=False))


main()
