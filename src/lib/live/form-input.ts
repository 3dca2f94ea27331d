/**
 * The input of a command from a form: `input` holds JSON (of the button that was pressed), and each field named
 * `input.…` adds its text, or null where it is empty. Null when the JSON cannot be parsed.
 */
export function inputOf(form: FormData): object | null {
  const input: unknown = parsed(form.get('input'));
  if (typeof input !== 'object' || input === null) return null;
  const typed = [...form].flatMap(([name, value]) =>
    name.startsWith('input.') ? [[name.slice('input.'.length), value === '' ? null : value] as const] : []
  );
  return { ...input, ...Object.fromEntries(typed) };
}

function parsed(json: FormDataEntryValue | null): unknown {
  if (json === null) return {};
  try {
    return JSON.parse(String(json));
  } catch {
    return null;
  }
}
