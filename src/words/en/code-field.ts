/**
 * Where the code of a gathering is typed: on the home page, at its door, and on a phone that came back to a closed one.
 */
export const codeField = {
  label: 'The number on the board',
  hint: 'Six digits, for example 482 915',
  button: 'Join'
};
