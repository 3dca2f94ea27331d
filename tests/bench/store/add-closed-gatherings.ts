import { openCatalogue } from '#server/commons/catalogue.ts';
import { newId } from '#server/access/ids.ts';
import { openData } from './open.ts';

/** Fills the catalogue with gatherings that are over. `node store/closed-gatherings.ts <data> <how many>` */
const [data = '', many = '0'] = process.argv.slice(2);
const stores = await openData(data);
const catalogue = await openCatalogue(stores.log);
for (let nth = 0; nth < Number(many); nth += 1) {
  const id = newId();
  await catalogue.open(id, 'ana');
  await catalogue.setPhase(id, 'Closed');
}
catalogue.close();
await stores.close();
console.log(`RESULT ${JSON.stringify({ closed: Number(many) })}`);
