/** Het vullen in brokken: hetzelfde als de handelingen van een mens nalaten, ook naast ander werk en na een storing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groepeer } from '#core/base/groepeer.ts'
import { zonderBinding } from '#storage/postgres/approlproef.ts'
import { volgendNummer } from '#storage/zaken.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { bewaarAntwoordenBij } from '../onderzoek/bewaar-antwoorden.ts'
import { maakProefzaak } from '../onderzoek/proefonderzoek.testhulp.ts'
import { startOnderzoek } from '../onderzoek/start-onderzoek.ts'
import { stelIndicatieVast } from '../onderzoek/stel-indicatie-vast.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { ketenbevindingen } from '../toezicht/controleer-logboeken.ts'
import { verzegelLogboek } from '../toezicht/verzegel-logboek.ts'
import { verzinBsn } from './verzonnen-persoon.ts'
import { vulGemeente } from './vul-gemeente.ts'

const INWONERS = 2_300
let p: Proefwerkplek
let gemeente: string
let tussendoor: string[]
beforeAll(async () => {
  p = await maakProefwerkplek()
  gemeente = p.gemeenten[0]?.code as string
  // De eerste nummers zijn voor zaken die een test zelf maakt.
  for (const { code } of p.gemeenten) await p.knoei(`insert into zaaknummer (gemeente, jaar, laatste) values ('${code}', 2026, 500)`)
  tussendoor = []
  const bezig = { ja: true }
  const vullen = vulGemeente(p.dienst, p.app, { gemeente, inwoners: INWONERS, seed: 3 }, () => undefined).finally(() => (bezig.ja = false))
  while (bezig.ja) tussendoor.push(await alsSysteem(p.dienst, gemeente, (tx) => volgendNummer(tx, gemeente, 2026)))
  await vullen
})
afterAll(() => p.sluit())

describe('een gemeente in brokken vullen', () => {
  it('geeft elke inwoner een heel dossier en een logboekregel, en de database keurt het goed', async () => {
    const tel = async (tabel: 'inwoner' | 'inwoner_gegevens' | 'audit' | 'audit_open') =>
      Number(
        (
          await p.eigenaar
            .selectFrom(tabel)
            .select((e) => e.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    for (const tabel of ['inwoner', 'inwoner_gegevens', 'audit', 'audit_open'] as const) expect(await tel(tabel)).toBe(INWONERS)
    const zaken = await p.eigenaar.selectFrom('zaak').select('inwoner').execute()
    expect(new Set(zaken.map((z) => z.inwoner)).size).toBe(INWONERS)
    expect(await zonderBinding(p.app)).toEqual([])
    await verzegelLogboek(p.dienst, gemeente)
    expect(await ketenbevindingen(p.dienst.db)).toEqual([])
    expect(await tel('audit_open')).toBe(0)
  })

  it('wie intussen een zaak maakt, krijgt een nummer dat niemand anders heeft', async () => {
    const nummers = (await p.eigenaar.selectFrom('zaak').select('nummer').execute()).map((z) => z.nummer)
    expect(tussendoor.length).toBeGreaterThan(10)
    expect(nummers.length).toBeGreaterThanOrEqual(INWONERS)
    expect(new Set([...nummers, ...tussendoor]).size).toBe(nummers.length + tussendoor.length)
  })

  it('laat bij een onderzoek dezelfde rijen na als een consulent die dezelfde antwoorden geeft', async () => {
    const noor = await p.als('consulent', gemeente)
    const antwoorden = groepeer(await p.eigenaar.selectFrom('antwoord').selectAll().orderBy('volgnummer').execute(), (a) => a.onderzoek)
    const adviezen = await p.eigenaar.selectFrom('advies').selectAll().orderBy('id').execute()
    const indicaties = await p.eigenaar.selectFrom('indicatie').selectAll().execute()
    // Elk voorbeeld één keer: de rest zijn dezelfde antwoorden bij een ander.
    let vergeleken = 0
    for (const verzonnen of new Map(adviezen.map((a) => [a.resultaat, a])).values()) {
      const gegeven = antwoorden.get(verzonnen.onderzoek) ?? []
      const indicatie = indicaties.find((i) => i.advies === verzonnen.id && i.afwijking_motivering === null)
      if (!indicatie) continue
      const { zaak } = await maakProefzaak(p, noor.actor)
      const onderzoek = goed(await startOnderzoek(p.dienst, noor, zaak)).id
      const opgave = {
        antwoorden: gegeven.map(({ soort, vraag, waarde, toelichting }) => ({ soort, vraag, waarde, ...(toelichting && { toelichting }) })),
      }
      const { versie } = goed(await bewaarAntwoordenBij(p.dienst, noor, { onderzoek, versie: 1, opgave }))
      const { opgave: omvang } = indicatie.omvang as { opgave: Record<string, unknown> }
      const motiveringen = (indicatie.waarschuwing_motiveringen as { sleutel: string; motivering: string }[]).map(
        ({ sleutel, motivering }) => ({ sleutel, motivering }),
      )
      const { tabel, product, van, tot } = indicatie
      const vast = goed(
        await stelIndicatieVast(p.dienst, noor, { onderzoek, versie, voorstel: { tabel, product, van, tot, omvang, motiveringen } }),
      )
      const echt = await p.eigenaar.selectFrom('antwoord').selectAll().where('onderzoek', '=', onderzoek).orderBy('volgnummer').execute()
      expect(gegeven.map(kern)).toEqual(echt.map(kern))
      const advies = await p.eigenaar.selectFrom('advies').selectAll().where('id', '=', vast.advies).executeTakeFirstOrThrow()
      expect(adviesvan(verzonnen)).toEqual(adviesvan(advies))
      vergeleken++
    }
    expect(vergeleken).toBeGreaterThan(4)
  })
})

const goed = <T>(r: { ok: true; value: T } | { ok: false; fout: { tekst: string } }): T => {
  if (!r.ok) throw new Error(r.fout.tekst)
  return r.value
}
type Rij = {
  soort: string
  vraag: string
  waarde: unknown
  volgnummer: number
  versie: number
  toelichting: string | null
  vervangt: string | null
}
const kern = ({ soort, vraag, waarde, volgnummer, versie, toelichting, vervangt }: Rij) => ({
  soort,
  vraag,
  waarde,
  volgnummer,
  versie,
  toelichting,
  vervangt,
})
const adviesvan = (a: {
  resultaat: string
  geval: unknown
  engine: string
  keuzes_hash: string
  catalogus_hash: string
  onderzoek_versie: number
}) => ({
  resultaat: a.resultaat,
  geval: a.geval,
  engine: a.engine,
  keuzes: a.keuzes_hash,
  catalogus: a.catalogus_hash,
  versie: a.onderzoek_versie,
})

describe('een brok dat niet lukt', () => {
  it('laat alles staan wat ervoor kwam en niets van daarna, en wie opnieuw begint gaat daar verder', async () => {
    const code = p.gemeenten[1]?.code as string
    const vul = (inwoners: number) => vulGemeente(p.dienst, p.app, { gemeente: code, inwoners, seed: 3 }, () => undefined)
    const tel = async () => (await p.eigenaar.selectFrom('inwoner').select('id').where('gemeente', '=', code).execute()).length
    // In het tweede brok van drie zit een BSN dat hier al iemand heeft.
    const { inwoner: bezet } = await maakProefzaak(p, (await p.als('consulent', code)).actor)
    const index = p.dienst.kluis.index(verzinBsn(1_500), code).toString('hex')
    await p.knoei(`update inwoner set bsn_index = '\\x${index}' where id = '${bezet}'`)
    await expect(vul(2_500)).rejects.toThrow('inwoner_gemeente_bsn_index_key')
    expect(await tel()).toBe(1_001)
    await p.knoei(`update inwoner set bsn_index = '\\x00' where id = '${bezet}'`)
    await vul(1_500)
    expect(await tel()).toBe(2_501)
  })
})
