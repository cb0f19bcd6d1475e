/** Een proefserver met wie er met inwoners werkt, en de logboekregels van een inwoner. */
import { maakProefserver } from '../proefserver.testhulp.ts'

export async function maakInwonersproef() {
  const s = await maakProefserver()
  return {
    s,
    noord: await s.meldAan('consulent'),
    zuid: await s.meldAan('consulent', undefined, 1),
    administratie: await s.meldAan('administratie'),
    toezicht: await s.meldAan('toezichthouder'),
    beheerder: await s.meldAan('beheerder'),
    regelsVan: (inwoner: string) =>
      s.eigenaar
        .selectFrom('audit')
        .select(['soort', 'uitkomst', 'rollen', 'reden', 'doel', 'weigering'])
        .where('inwoner', '=', inwoner)
        .orderBy('id')
        .execute(),
  }
}
