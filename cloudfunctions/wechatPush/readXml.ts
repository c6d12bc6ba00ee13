import { XMLParser } from 'fast-xml-parser';
import * as v from 'valibot';

/** No entities, no attributes, no numbers guessed: texts as they stand. */
const parser = new XMLParser({ processEntities: false, parseTagValue: false, ignoreAttributes: true });

const Message = v.strictObject({ xml: v.record(v.string(), v.unknown()) });

/**
 * The texts of WeChat's flat `<xml>`, by element; elements with others inside are left out. Undefined for anything else:
 * whatever has a DOCTYPE, an entity, a comment or an instruction outside of CDATA is not even looked at.
 */
export function readXml(text: string): Record<string, string> | undefined {
  if (/<[!?]/.test(text.replace(/<!\[CDATA\[.*?\]\]>/gs, ''))) return undefined;
  const parsed = v.safeParse(Message, parse(text));
  if (!parsed.success) return undefined;
  const texts = Object.entries(parsed.output.xml).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function parse(text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch {
    return undefined;
  }
}
