/** What a form says of periods: an empty field is left to what is usual, and rules refuse what is no number. */
export function periodsInForm(form: FormData) {
  const days = (name: string) => (form.get(name) ? Number(form.get(name)) : undefined);
  return { correctionDays: days('correctionDays'), keptDays: days('keptDays') };
}
