/** A schema of valibot as far as its notation needs it: the same tree that validates. */
export type Schema = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly items?: readonly Schema[];
  readonly item?: Schema;
  readonly key?: Schema;
  readonly value?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly (Schema | string)[];
  readonly literal?: unknown;
  readonly pipe?: readonly (Schema & { kind: string; requirement?: unknown; metadata?: Told })[];
};

/** What a field says of itself, because its checks are functions: letters of a text, or that it is a photo. */
type Told = { letters?: number; lines?: boolean; photo?: boolean };

const WIDE = 88;

/** A schema as people read it, in the manner of TypeScript: `{ statement: string, x: 0 … 1000, for?: string }`. */
export function notation(schema: Schema, indent = ''): string {
  const told = schema.pipe?.find(({ metadata }) => metadata)?.metadata;
  if (told?.letters) return told.lines ? `text of ${told.letters}, several lines` : `text of ${told.letters}`;
  if (told?.photo) return 'photo';
  return `${shape(schema, indent)}${bounds(schema)}`;
}

function shape(schema: Schema, indent: string): string {
  const inner = (one: Schema | undefined) => (one ? notation(one, indent) : 'anything');
  switch (schema.type) {
    case 'strict_object':
    case 'object':
      return object(schema.entries ?? {}, indent);
    case 'nullable':
      return `${inner(schema.wrapped)} | null`;
    case 'optional':
      return inner(schema.wrapped);
    case 'array':
      return `list of ${inner(schema.item)}`;
    case 'record':
      return `record of ${inner(schema.value)} by ${inner(schema.key)}`;
    case 'tuple':
    case 'strict_tuple':
      return `[${(schema.items ?? []).map(inner).join(', ')}]`;
    case 'picklist':
      return (schema.options ?? []).map((one) => `'${String(one)}'`).join(' | ');
    case 'literal':
      return JSON.stringify(schema.literal)?.replaceAll('"', "'") ?? 'undefined';
    case 'union':
    case 'variant':
      return (schema.options ?? []).map((one) => (typeof one === 'string' ? `'${one}'` : inner(one))).join(' | ');
    case 'number':
      return has(schema, 'integer') || has(schema, 'safe_integer') ? 'whole number' : 'number';
    case 'string':
    case 'boolean':
      return schema.type;
    default:
      return 'anything';
  }
}

function object(entries: Readonly<Record<string, Schema>>, indent: string): string {
  const fields = Object.entries(entries).map(
    ([name, field]) => `${name}${field.type === 'optional' ? '?' : ''}: ${notation(field, `${indent}  `)}`
  );
  if (fields.length === 0) return '{}';
  const line = `{ ${fields.join(', ')} }`;
  if (indent.length + line.length <= WIDE && !line.includes('\n')) return line;
  return `{\n${fields.map((field) => `${indent}  ${field}`).join(',\n')}\n${indent}}`;
}

/** Least and most, of a number's size, a string's letters or a list's items; a pattern where there is one. */
function bounds(schema: Schema): string {
  const of = (...names: string[]) => schema.pipe?.find(({ type }) => names.includes(type))?.requirement;
  const [least, most, pattern] = [of('min_value', 'min_length'), of('max_value', 'max_length'), of('regex')];
  if (pattern instanceof RegExp) return ` like ${pattern.source}`;
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` from ${String(least)}`;
  return least === undefined ? ` to ${String(most)}` : ` ${String(least)} … ${String(most)}`;
}

const has = ({ pipe }: Schema, type: string): boolean => pipe?.some((step) => step.type === type) ?? false;
