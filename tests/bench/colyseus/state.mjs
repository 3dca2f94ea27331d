import { schema, t } from '@colyseus/schema';

export const Dot = schema({ id: t.uint16(), x: t.uint16() }, 'Dot');
export const Line = schema({ dots: t.map(Dot) }, 'Line');
