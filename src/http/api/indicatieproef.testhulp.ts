/** Een proefserver met twee gemeenten waarin indicaties gemaakt worden, en de stappen daarheen. */
import { alsAntwoorden, maakProefzaak, type Proefzaak } from '#actions/onderzoek/proefonderzoek.testhulp.ts'
import type { Catalogus, Vignet } from '#core/catalogus/vorm.ts'
import { maakProefserver, type Proefgebruiker } from './proefserver.testhulp.ts'

export type Kant = { readonly wie: Proefgebruiker; readonly catalogus: Catalogus; readonly gemeente: string }

/** Een onderzoek met antwoorden, en de versie die de consulent zag. */
export type Proefonderzoek = Proefzaak & { readonly id: string; readonly versie: number }

export const metProduct = (v: Vignet) => Object.values(v.verwacht ?? {}).some((w) => w.uitkomst === 'product' && w.product)
export const kern = (v: Vignet) =>
  Object.entries(v.verwacht ?? {}).find(([, w]) => w.uitkomst === 'product') as [string, { product: string }]

export const normregels = {
  regels: [
    { activiteit: 'Plannen van de week', minuten: 60, keer: { aantal: 1, per: 'week' }, soort: 'norm', resultaat: 'overzicht' },
    { activiteit: 'Post', minuten: 30, keer: { aantal: 1, per: '2weken' }, soort: 'norm', resultaat: 'overzicht' },
    { activiteit: 'Post', minuten: 10, keer: { aantal: 1, per: 'week' }, soort: 'aftrek', reden: 'De dochter doet een deel.' },
  ],
  onderbouwing: { capaciteiten: 'Kan zelf lezen.', situatie: 'Woont alleen.' },
}
export const omvangVan = ({ producten }: Catalogus, product: string) =>
  producten[product]?.eenheid === 'dagdeel'
    ? { dagdelen: 2, resultaten: (producten[product]?.resultaten ?? []).slice(0, 1).map((r) => r.code) }
    : normregels

/** Per proefgemeente een consulent; de eerste (`uren`) rekent met normregels, de tweede (`matrix`) heeft een stapelingsmatrix. */
export async function maakIndicatieproef() {
  const s = await maakProefserver()
  const kant = async (i: number): Promise<Kant> => ({
    wie: await s.meldAan('consulent', s.gemeenten[i]?.code),
    catalogus: s.uitgaven[i]?.versies.at(-1) as Catalogus,
    gemeente: s.gemeenten[i]?.code as string,
  })

  async function metAntwoorden({ wie, gemeente }: Kant, vignet: Vignet, zaak?: Proefzaak): Promise<Proefonderzoek> {
    const { actor } = await s.als('consulent', gemeente)
    const z = zaak ?? (await maakProefzaak(s, actor))
    const { lichaam } = await wie.roep('POST', `/zaken/${z.zaak}/onderzoeken`)
    const bewaard = await wie.roep(
      'POST',
      `/onderzoeken/${lichaam.id}/antwoorden`,
      { antwoorden: alsAntwoorden(vignet) },
      { 'if-match': '"v1"' },
    )
    if (bewaard.status !== 201) throw new Error(JSON.stringify(bewaard.lichaam))
    return { ...z, id: lichaam.id as string, versie: bewaard.lichaam.versie as number }
  }
  const stelVast = (kant: Kant, o: Proefonderzoek, voorstel: object, koppen = {}) =>
    kant.wie.roep('POST', `/onderzoeken/${o.id}/indicaties`, voorstel, { 'if-match': `"v${o.versie}"`, ...koppen })

  /** Zoals een consulent het doet: insturen, lezen wat een motivering vraagt, motiveren. */
  async function motiveer(kant: Kant, o: Proefonderzoek, voorstel: object) {
    const eerst = await stelVast(kant, o, voorstel)
    if (eerst.status !== 422 || eerst.lichaam.code !== 'MOTIVERING_ONTBREEKT') return eerst
    const nodig = eerst.lichaam.huidig.teMotiveren as { sleutel: string }[]
    return stelVast(kant, o, { ...voorstel, motiveringen: nodig.map(({ sleutel }) => ({ sleutel, motivering: 'Besproken en passend.' })) })
  }

  const rijen = async (inwoner: string) => {
    const van = async (tabel: 'indicatie' | 'voorziening' | 'advies' | 'gebeurtenis' | 'audit') =>
      Number(
        (
          await s.eigenaar
            .selectFrom(tabel)
            .select((e) => e.fn.countAll().as('n'))
            .where('inwoner', '=', inwoner)
            .executeTakeFirstOrThrow()
        ).n,
      )
    return { indicatie: await van('indicatie'), voorziening: await van('voorziening'), advies: await van('advies') }
  }
  return { s, uren: await kant(0), matrix: await kant(1), metAntwoorden, stelVast, motiveer, rijen, sluit: () => s.sluit() }
}
