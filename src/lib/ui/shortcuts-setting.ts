import { readSetting, storeSetting } from './stored-setting.ts';

const KEY = 'plenary-keys';

/** Whether single keys act. People who dictate, or rest a hand on the keyboard, switch them off for good. */
export const areShortcutsOn = (): boolean => readSetting(KEY) !== 'off';
export const setShortcutsOn = (work: boolean): void => storeSetting(KEY, work ? 'on' : 'off');
