import type { Row, Section } from './Row';

/** What stands before and after the generated part of the README. */
const markers = { begin: '<!-- table: begin -->', end: '<!-- table: end -->' };

/** The README with its generated part made anew; throws when the markers are missing. */
export function withTable(readme: string, table: readonly Section[]): string {
  const begin = readme.indexOf(markers.begin);
  const end = readme.indexOf(markers.end);
  if (begin === -1 || end < begin) throw new Error(`The README needs ${markers.begin} and ${markers.end}.`);
  return `${readme.slice(0, begin + markers.begin.length)}\n${renderTable(table)}\n${readme.slice(end)}`;
}

function renderTable(table: readonly Section[]): string {
  const rows = table.flatMap(({ rows }) => rows);
  const lacking = rows.filter(({ outcome }) => 'notEmulated' in outcome).length;
  const summary = `${rows.length} cases in ${table.length} sections: ${rows.length - lacking} hold, ${lacking} fail by name.`;
  return `${summary}\n\n| | |\n|---|---|\n${table.map(renderSection).join('\n')}`;
}

/** What fails by name stands at the end, with the reason. */
function renderSection({ title, rows }: Section): string {
  const lacks = rows.flatMap(({ name, outcome }) =>
    'notEmulated' in outcome ? [{ name, ...outcome.notEmulated }] : [],
  );
  const holds = rows.filter(({ outcome }) => !('notEmulated' in outcome)).map(renderRow);
  const failing = lacks.map(({ name, because }) => `<br>✗ \`${name}\`: ${because}`);
  return `| **${title}** | ${holds.join(' · ')}${failing.join('')} |`;
}

function renderRow({ name, outcome }: Row): string {
  return 'fails' in outcome ? `\`${name}\` → ${outcome.fails.code}` : `\`${name}\``;
}
