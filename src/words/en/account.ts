import type { Weakness } from '#wire/passwords.ts';

const weak: Record<Weakness, string> = {
  'password-short': 'Please choose a longer password: at least 10 characters.',
  'password-repeats':
    'That is only a few characters over and over. Such passwords are guessed first: please choose another.',
  'password-common':
    'That is mostly well-known words, years or neighbouring keys. Such passwords are guessed first: please choose another.',
  'password-personal':
    'That is mostly your name, your email or the word “Plenary”. Such passwords are guessed first: please choose another.'
};

/** Signing in, the first start, links for those who help. */
export const account = {
  signIn: 'Sign in',
  signInAbout: 'Only people who convene gatherings sign in. To take part, type the code on the home page.',
  email: 'Email',
  password: 'Password',
  button: 'Sign in',
  home: 'To the home page',
  setUp: 'Welcome to your Plenary',
  setUpAbout: 'You are the first one here. This makes your account; the link you came with stops working then.',
  name: 'Your name',
  newPassword: 'Choose a password',
  passwordAbout: 'At least 10 characters. Four words that do not belong together are good.',
  /** What is wrong with a password that is being chosen. */
  weak,
  showPassword: 'Show the password',
  setUpButton: 'Make my account',
  setUpAlready: 'This Plenary is set up already.',
  setUpSignIn: 'Sign in',
  enter: 'Opening your link',
  enterAbout: 'One moment.',
  enterMissing: 'This link is not complete. Ask whoever sent it to send the whole link.',
  enterScript: 'This page needs JavaScript to open your link.',
  refusals: {
    'wrong-sign-in': 'Email and password do not belong together.',
    'too-many-tries':
      'Somebody tried many wrong passwords here. Use a browser you have signed in with before, or wait a few minutes.',
    'link-ended': 'This link has ended. Ask for a new one.',
    'email-taken': 'There is an account with this email already.',
    ...weak,
    'not-understood': 'Please fill in every field.'
  } as Record<string, string>
};
