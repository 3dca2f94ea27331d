/**
 * What a form asks for, as a command's input: `input` holds JSON (the button that was pressed), and each field named
 * `input.…` adds what somebody typed; an empty field is null. Null when the JSON is none.
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
