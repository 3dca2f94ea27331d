/** Tabs of a console. A method adds names of its own. */
export const words = {
  label: 'Working area',
  run: 'Run',
  notes: 'Notes',
  plan: 'Plan',
  settings: 'Settings',
  fullWidth: 'Full width',
  wants: (title: string, why: string) => `${title}: ${why}`
} as const;
