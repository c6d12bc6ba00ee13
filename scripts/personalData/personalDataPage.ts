import { personalCollections, personalData, type Treatment } from '../../cloudfunctions/crm/personalData';
import { whyKept } from './whyKept';

/** `docs/PERSONAL-DATA.md`: what lies where, what for, how long, and what is left of it after a deletion. */
export function personalDataPage(): string {
  const rows = personalCollections.map(({ name, ...treatment }) => {
    const { holds, purpose, until } = whyKept[name] ?? { holds: '?', purpose: '?', until: '?' };
    return `| \`${name}\` | ${holds} | ${purpose} | ${until} | ${onDeletion(treatment)} |`;
  });
  const others = Object.entries<Treatment>(personalData).flatMap(([name, each]) =>
    each.is === 'nobodys' ? [`\`${name}\` (${each.because})`] : [],
  );
  return `${head}\n${rows.join('\n')}\n\nNothing of a shopper is in: ${others.join(' · ')}.\n${foot}`;
}

const onDeletion = (treatment: Treatment): string => {
  if (treatment.is === 'removed' || treatment.is === 'nobodys') return 'is removed';
  return treatment.is === 'own' ? treatment.because : `stays without the person: ${treatment.because}`;
};

const head = `# Personal data

Written by \`npx tsx scripts/writePersonalData.ts\` from \`cloudfunctions/crm/personalData.ts\` and
\`scripts/personalData/whyKept.ts\`; a test fails when this page says something else.

| collection | holds | what for | how long | after \`crm.deleteMyAccount\` |
|---|---|---|---|---|`;

const foot = `
Everything of a person leaves by \`crm.exportMyData\`, and goes by \`crm.deleteMyAccount\`, which waits for orders that are under
way. \`test/journeys/crm-rights.test.ts\` lets somebody leave something in each of these collections, exports it, deletes
it, and looks for traces in all of them.

Outside the database: pictures that people attach to a case lie in cloud storage under names that nobody can guess. The phone keeps
visits that were not sent, favourites, and stock adjustments of staff. Logs hold request ids, operations and
outcomes; \`test/soak\` and \`test/journeys/logs-name-nobody.test.ts\` look for names, phones, addresses, openids and keys in
every line. Where somebody is (\`MEIDIAN_LOCATION\`) is in no record and no log (\`nearby-privacy\`).

WeChat gets what its own services need: WeChat Pay the openid and the amount, the content check a comment's text, the
shipping service the last digits of the receiver's phone with the parcel's number.
`;
