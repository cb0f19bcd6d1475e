/** Een gemeente met zaken waarvan de termijn op elke manier afliep, en een toezichthouder die ernaar kijkt. */
import { maakProefcatalogus, zetIndicatie, zetOnderzoek } from '#actions/catalogus/proefcatalogus.testhulp.ts'
import { nieuweId } from '#actions/handeling/id.ts'
import { maakProefserver } from '../proefserver.testhulp.ts'

export const periode = 'van=2026-12-01&tot=2027-03-31'

export async function maakToezichtproef() {
  const s = await maakProefserver()
  const c = await maakProefcatalogus(s)
  const { actor } = await s.als('consulent', c.gemeente)
  const tom = await s.meldAan('toezichthouder', c.gemeente)
  const zaken: Record<string, string> = {}

  const feit = (
    o: { inwoner: string; zaak: string },
    soort: string,
    datum: string,
    { gegevens = '{}', vervangt = null }: { gegevens?: string; vervangt?: string | null } = {},
  ) => ({
    gemeente: c.gemeente,
    id: nieuweId(s.klok.nu),
    inwoner: o.inwoner,
    zaak: o.zaak,
    indicatie: null,
    soort,
    datum,
    zin: soort,
    gegevens,
    vervangt,
    gemaakt_op: s.klok.nu,
    gemaakt_door: actor.medewerker,
  })

  /** Een zaak met de termijn op 14 december 2026, en wat ermee gebeurde. */
  async function zaak(
    anders: { uiterlijk?: string; verslag?: string; vervallen?: boolean; afgerond?: string; dicht?: string } = {},
  ): Promise<string> {
    const o = await zetOnderzoek(s, actor, c.eerste, [])
    if (anders.verslag) {
      const rij = feit(o, 'verslag_verzonden', anders.verslag)
      await s.eigenaar.insertInto('gebeurtenis').values(rij).execute()
      if (anders.vervallen)
        await s.eigenaar
          .insertInto('gebeurtenis')
          .values(feit(o, 'vervallen', anders.verslag, { vervangt: rij.id }))
          .execute()
    }
    if (anders.afgerond)
      await s.eigenaar
        .updateTable('onderzoek')
        .set({ afgerond_op: new Date(anders.afgerond) })
        .where('id', '=', o.id)
        .execute()
    await s.eigenaar
      .updateTable('zaak')
      .set({ afgesloten_op: anders.dicht ?? null, onderzoek_uiterlijk: anders.uiterlijk ?? '2026-12-14' })
      .where('id', '=', o.zaak)
      .execute()
    return o.zaak
  }

  /** Een aanvraag van 1 februari 2027 met het besluit uiterlijk op 15 februari, en wat er daarna gebeurde. */
  async function aanvraag(anders: { indicatie?: string; dicht?: [string, string] } = {}): Promise<string> {
    const o = await zetOnderzoek(s, actor, c.eerste, [], { afgerond: true })
    const rijen = [feit(o, 'aanvraag_ontvangen', '2027-02-01')]
    if (anders.dicht) rijen.push(feit(o, 'zaak_afgesloten', anders.dicht[0], { gegevens: JSON.stringify({ reden: anders.dicht[1] }) }))
    await s.eigenaar.insertInto('gebeurtenis').values(rijen).execute()
    await s.eigenaar
      .updateTable('zaak')
      .set({ onderzoek_uiterlijk: '2027-06-01', besluit_uiterlijk: '2027-02-15', afgesloten_op: anders.dicht?.[0] ?? null })
      .where('id', '=', o.zaak)
      .execute()
    const i = { tabel: 'thuis', product: 'TH1', van: '2027-03-01', geval: { antwoorden: {} } }
    if (anders.indicatie) await zetIndicatie(s, actor, c.eerste, o, { ...i, op: new Date(anders.indicatie) })
    return o.zaak
  }

  zaken.opDeDag = await zaak({ verslag: '2026-12-14' })
  zaken.afgerond = await zaak({ afgerond: '2026-12-10T23:30:00Z', verslag: '2026-12-20' })
  zaken.dagTeLaat = await zaak({ verslag: '2026-12-15' })
  zaken.vervallenVerslag = await zaak({ verslag: '2026-12-01', vervallen: true })
  zaken.open = await zaak()
  zaken.ingetrokken = await zaak({ dicht: '2026-12-01' })
  zaken.laatDicht = await zaak({ dicht: '2027-01-20' })
  zaken.vandaag = await zaak({ uiterlijk: '2027-03-01' })
  zaken.gisteren = await zaak({ uiterlijk: '2027-02-28' })
  zaken.eerder = await zaak({ uiterlijk: '2026-11-30' })
  const o = await zetOnderzoek(s, actor, c.eerste, [], { afgerond: true })
  // De termijn hiervan doet hier niet mee.
  await s.eigenaar.updateTable('zaak').set({ onderzoek_uiterlijk: '2027-06-01' }).where('id', '=', o.zaak).execute()
  const melding = {
    sleutel: 'x',
    bron: 'advies',
    code: 'VERVOER_ZELF',
    eis: [],
    plaats: null,
    tekst: 'Zelf vervoer.',
    motivering: 'De buurman rijdt.',
  }
  const i = { tabel: 'thuis', product: 'TH1', van: '2027-01-01' }
  await zetIndicatie(s, actor, c.eerste, o, { ...i, geval: { antwoorden: {} }, op: new Date('2026-12-31T22:30:00Z') })
  await zetIndicatie(s, actor, c.eerste, o, {
    ...i,
    geval: { antwoorden: {} },
    op: new Date('2026-12-31T23:30:00Z'),
    afwijking: 'Er is meer aan de hand.',
  })
  await zetIndicatie(s, actor, c.eerste, o, {
    ...i,
    geval: { antwoorden: {} },
    op: new Date('2027-02-10T10:00:00Z'),
    afwijking: 'Past beter.',
    motiveringen: [melding],
  })
  return { s, c, actor, tom, zaken, aanvraag }
}
