/** Wat er met een bericht van ons gebeurt bij elk antwoord van de ander, tot iemand er iets aan moet doen. */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { alsBytes, PARTIJEN, stuur, SYSTEEMDATUM, vanBytes, wijsToe } from '#messages/keten/oefening.testhulp.ts'
import type { Envelop } from '#messages/ggk/envelop.ts'
import { leesEnvelop } from '#messages/ggk/lees.ts'
import { bevestig, pakHeenIn } from '#messages/ggk/pak-in.ts'
import { schrijfSoap } from '#messages/ggk/schrijf.ts'
import { wisInhoud, zetOpnieuwKlaar } from '#storage/berichten/enveloppen.ts'
import { telAchterstand } from '../beheer/tel-achterstand.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { verstuurBerichten } from '../berichten/bezorg.ts'
import { type Keten, verwerkBericht } from '../berichten/verwerk-bericht.ts'
import { geefUit } from './certificaten.testhulp.ts'
import { ontvangEnvelop } from './ontvang-envelop.ts'
import { maakProefkant, OIN, proefuitgever, type Proefkant } from './proefkant.testhulp.ts'
import { verwerkEnveloppen } from './verwerk-envelop.ts'

const eigen = geefUit(proefuitgever, { cn: 'aanbieder', oin: OIN.aanbieder })
const wij = { gemeente: PARTIJEN.gemeente, partij: PARTIJEN.gemeente }
type Antwoord = { status: number; lichaam: string }
let antwoord: (envelop: Envelop) => Antwoord | Promise<Antwoord>
let ontvangen: Envelop[] = []
const server = createServer(
  { cert: eigen.certificaat, key: eigen.sleutel, ca: proefuitgever.certificaat, requestCert: true },
  (vraag, uit) => {
    const delen: Buffer[] = []
    vraag.on('data', (deel: Buffer) => delen.push(deel))
    vraag.on('end', async () => {
      const gelezen = await leesEnvelop(Buffer.concat(delen))
      if (!gelezen.ok) return void uit.writeHead(400).end()
      ontvangen.push(gelezen.value)
      const { status, lichaam } = await antwoord(gelezen.value)
      uit.writeHead(status).end(lichaam)
    })
  },
)
let kant: Proefkant
let nummer = 0
beforeAll(async () => {
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  kant = await maakProefkant('gemeente', { naarPoort: (server.address() as AddressInfo).port })
})
afterEach(() => {
  ontvangen = []
})
afterAll(async () => {
  await kant.sluit()
  await new Promise((klaar) => server.close(klaar))
})

const zender = { organisatie: PARTIJEN.aanbieder, applicatie: 'Ander' }
const merk = { referentienummer: 'aaaaaaaa-5c69-41e5-a837-0800200c9a66', tijdstip: '20261125120000' }
const soap = (e: Envelop): string => {
  const geschreven = schrijfSoap(e)
  if (!geschreven.ok) throw new Error(JSON.stringify(geschreven.fout))
  return geschreven.value
}
const bv03 = (e: Envelop): Antwoord => ({
  status: 200,
  lichaam: soap(bevestig(e, { systeem: zender, applicatieVersie: '0001', applicatieSubversie: '0000', ...merk })),
})
const fout = (soort: 'Fo01' | 'Fo03', over: string, code: string, omschrijving = 'Zo kan het niet'): Envelop => ({
  soort,
  zender,
  ontvanger: { organisatie: PARTIJEN.gemeente, applicatie: 'GGk' },
  ...merk,
  crossRefnummer: over,
  fout: { code, plek: 'client', omschrijving },
})
const fo03 = (e: Envelop): Antwoord => ({ status: 500, lichaam: soap(fout('Fo03', e.referentienummer, 'IB010')) })
const legKlaar = () => {
  nummer++
  return kant.stuur(wijsToe({ ToewijzingNummer: nummer }), `V${nummer}`)
}
const ronde = () => verstuurBerichten(kant.dienst)
const stand = async (bericht: string) => (await kant.vraag(`select * from bezorging where bericht = '${bericht}'`))[0]
const uitval = (bericht: string) => kant.vraag(`select soort, code, doe from uitval where bericht = '${bericht}'`)
/** De klok van de volgende poging vooruit, zonder te wachten. */
const nuMag = () =>
  kant.vraag(`update envelop set volgende_op = now() - interval '1 second' where stand = 'wacht' and volgende_op is not null`)

it('een Fo03 gaat niet nog eens: het is werk, en na herstel gaat het onder hetzelfde nummer', async () => {
  antwoord = fo03
  const id = await legKlaar()
  await ronde()
  await ronde()
  expect(ontvangen).toHaveLength(1)
  expect(await stand(id)).toMatchObject({ stand: 'mislukt', fout_code: 'IB010', verzonden_op: null, volgende_op: null })
  expect(await uitval(id)).toEqual([{ soort: 'niet_bezorgd', code: 'IB010', doe: expect.stringContaining('AGB-code') }])
  expect(await telAchterstand(kant.dienst)).toMatchObject({ berichten_uit_wacht: 1, enveloppen_in_wacht: 0, enveloppen_mislukt: 1 })
  antwoord = bv03
  expect(await inAdministratie(kant.dienst, wij, (tx) => zetOpnieuwKlaar(tx, wij, id, kant.dienst.nu()))).toBe(true)
  await ronde()
  expect(await stand(id)).toMatchObject({ stand: 'ontvangen', fout_code: null, ontvangen_op: expect.any(Date) })
  expect(new Set(ontvangen.map((e) => e.referentienummer)).size).toBe(1)
  expect(await telAchterstand(kant.dienst)).toMatchObject({ berichten_uit_wacht: 0, enveloppen_mislukt: 0 })
  expect(await inAdministratie(kant.dienst, wij, (tx) => zetOpnieuwKlaar(tx, wij, id, kant.dienst.nu()))).toBe(false)
})

it('tussen twee pogingen gebeurt er niets, en elke poging draagt hetzelfde nummer en tijdstip', async () => {
  antwoord = () => ({ status: 503, lichaam: '' })
  const id = await legKlaar()
  await ronde()
  await ronde()
  expect(ontvangen).toHaveLength(1)
  await nuMag()
  await ronde()
  expect(await stand(id)).toMatchObject({ stand: 'wacht', pogingen: 2, fout_code: 'HTTP503' })
  antwoord = bv03
  await nuMag()
  await ronde()
  expect(await stand(id)).toMatchObject({ stand: 'ontvangen', pogingen: 3, fout_code: null })
  expect(new Set(ontvangen.map((e) => `${e.referentienummer} ${e.tijdstip}`)).size).toBe(1)
})

it('wie dagen niet te bereiken is, wordt werk voor een mens', async () => {
  antwoord = () => ({ status: 503, lichaam: '' })
  const id = await legKlaar()
  await ronde()
  await kant.vraag(`update envelop set pogingen = 5000 where bericht = '${id}'`)
  await nuMag()
  await ronde()
  expect(await stand(id)).toMatchObject({ stand: 'mislukt', fout_code: 'HTTP503' })
  expect(await uitval(id)).toEqual([{ soort: 'niet_bezorgd', code: 'HTTP503', doe: expect.stringContaining('hetzelfde nummer') }])
})

it('een tussenstation dat later bevestigt: eerst verzonden, dan ontvangen', async () => {
  antwoord = () => ({ status: 202, lichaam: '' })
  const id = await legKlaar()
  await ronde()
  expect(await stand(id)).toMatchObject({ stand: 'verzonden', ontvangen_op: null, verzonden_op: expect.any(Date) })
  const [verzonden] = ontvangen
  if (!verzonden) throw new Error('niets verzonden')
  const bevestiging = { soort: 'Bv03', zender, ontvanger: verzonden.zender, ...merk, crossRefnummer: verzonden.referentienummer } as const
  const aanlevering = { bytes: Buffer.from(soap(bevestiging)), actie: '', namens: [PARTIJEN.aanbieder] }
  expect(await ontvangEnvelop(kant.dienst, aanlevering)).toEqual({ soort: 'niets' })
  expect(await stand(id)).toMatchObject({ stand: 'ontvangen', ontvangen_op: expect.any(Date) })
})

it('een Fo01 die eerder is dan de bevestiging wint, en een ander mag geen Fo01 over ons bericht sturen', async () => {
  const lever = (e: Envelop, namens: string) =>
    ontvangEnvelop(kant.dienst, {
      bytes: Buffer.from(
        soap({
          ...fout('Fo01', e.referentienummer, 'StUF055', 'Mis bij 999990019'),
          zender: { organisatie: namens, applicatie: 'x1x' },
        } as Envelop),
      ),
      actie: '',
      namens: 'iedereen',
    })
  antwoord = async (e) => {
    expect(await lever(e, '12345678')).toMatchObject({ envelop: { soort: 'Fo03', fout: { code: 'IB021' } } })
    expect(await lever(e, PARTIJEN.aanbieder)).toMatchObject({ envelop: { soort: 'Bv03' } })
    await verwerkEnveloppen(kant.dienst)
    return bv03(e)
  }
  const id = await legKlaar()
  await ronde()
  expect(await stand(id)).toMatchObject({
    stand: 'mislukt',
    fout_code: 'StUF055',
    fout_tekst: 'Mis bij *******19',
    ontvangen_op: expect.any(Date),
  })
  expect(await uitval(id)).toMatchObject([{ soort: 'foutverslag', code: 'StUF055' }])
})

it('twee processen tegelijk sturen elk bericht één keer', async () => {
  antwoord = bv03
  for (let n = 0; n < 6; n++) await legKlaar()
  await Promise.all([ronde(), ronde(), ronde()])
  expect(ontvangen).toHaveLength(6)
  expect(new Set(ontvangen.map((e) => e.referentienummer)).size).toBe(6)
})

it('zwijgt de ander, dan wordt in één ronde niet alles tegen de muur gezet; de rest volgt later', async () => {
  antwoord = () => ({ status: 503, lichaam: '' })
  const ids: string[] = []
  for (let n = 0; n < 12; n++) ids.push(await legKlaar())
  await ronde()
  expect(ontvangen.length).toBeGreaterThanOrEqual(5)
  expect(ontvangen.length).toBeLessThanOrEqual(8)
  antwoord = bv03
  await nuMag()
  await ronde()
  expect(new Set(ontvangen.map((e) => e.referentienummer)).size).toBe(12)
  for (const id of ids) expect(await stand(id)).toMatchObject({ stand: 'ontvangen' })
})

it('gaat het verkeer intussen langs de map, dan is wat wachtte daar bezorgd en gaat het niet ook nog over https', async () => {
  antwoord = () => ({ status: 503, lichaam: '' })
  const id = await legKlaar()
  await ronde()
  const gelegd: string[] = []
  const post = async (bericht: { id: string }) => void gelegd.push(bericht.id)
  await verstuurBerichten({ ...kant.dienst, keten: { ...kant.dienst.keten, wegVan: () => 'map' }, post })
  expect(gelegd).toContain(id)
  expect(await stand(id)).toMatchObject({ stand: 'verzonden', volgende_op: null })
  await nuMag()
  await ronde()
  expect(ontvangen).toHaveLength(1)
})

describe('een antwoord gaat terug zoals de vraag kwam', () => {
  const keten = (): Keten => ({
    dienst: kant.dienst,
    wij: { rol: 'gemeente', partij: PARTIJEN.gemeente },
    systeemdatum: SYSTEEMDATUM,
    correlatie: 'proef',
    toegangspunt: 'proef',
    zorgVoorGemeente: kant.dienst.keten.zorgVoorGemeente,
  })
  const start = (kenmerk: string) => {
    const { naam, waarde } = stuur('WMO305')
    waarde.Header.BerichtIdentificatie.Identificatie = kenmerk
    return alsBytes(naam, waarde)
  }
  const inMap = (gelegd: string[]) => ({ ...kant.dienst, post: async (b: { id: string }) => void gelegd.push(b.id) })

  it('op een bestand als bestand, ook als onze weg https is; zonder map is het werk voor een mens', async () => {
    antwoord = bv03
    const gelegd: string[] = []
    const { retour } = await verwerkBericht(keten(), start('B1'))
    await verstuurBerichten(inMap(gelegd))
    expect([gelegd, ontvangen]).toEqual([[retour?.id], []])
    expect(await kant.vraag(`select verzonden_op is not null as weg from bericht where id = '${retour?.id}'`)).toEqual([{ weg: true }])
    const ander = (await verwerkBericht(keten(), start('B2'))).retour?.id ?? ''
    await ronde()
    expect(ontvangen).toEqual([])
    expect(await uitval(ander)).toMatchObject([
      { soort: 'niet_bezorgd', code: 'GEEN_HEENENVELOP', doe: expect.stringContaining('MEEDOEN_BERICHTEN') },
    ])
    // Is er weer een map, dan gaat het daar vanzelf heen.
    await verstuurBerichten(inMap(gelegd))
    expect(gelegd).toEqual([retour?.id, ander])
  })

  it('op een envelop in een Du01 op haar referentie, ook als onze weg de map is', async () => {
    antwoord = bv03
    const referentienummer = 'bbbbbbbb-5c69-41e5-a837-0800200c9a66'
    const lading = { beschreven: vanBytes(start('B3')).beschreven, xml: start('B3'), naar: PARTIJEN.gemeente }
    const heen = pakHeenIn(lading, { systeem: zender, applicatieVersie: '0001', applicatieSubversie: '0000', ...merk, referentienummer })
    expect(await ontvangEnvelop(kant.dienst, { bytes: Buffer.from(soap(heen)), actie: '', namens: 'iedereen' })).toMatchObject({
      envelop: { soort: 'Bv03' },
    })
    const inhoud = () =>
      kant.vraag(`select i.envelop as id from envelopinhoud i join envelop e on e.gemeente = i.gemeente and e.id = i.envelop
      where e.referentie = '${referentienummer}'`)
    const [bewaard] = await inhoud()
    // Wat nog niet verwerkt is, kan niet weg.
    await inAdministratie(kant.dienst, wij, (tx) => wisInhoud(tx, wij, String(bewaard?.id)))
    expect(await inhoud()).toEqual([bewaard])
    await verwerkEnveloppen(kant.dienst)
    // Daarna staat de inhoud nog één keer, bij het bericht.
    expect(await inhoud()).toEqual([])
    expect(
      await kant.vraag(`select count(*)::int as n from berichtdeel d join bericht b on b.gemeente = d.gemeente and b.id = d.bericht
      where b.identificatie = 'B3' and b.richting = 'in'`),
    ).toEqual([{ n: 1 }])
    const gelegd: string[] = []
    await verstuurBerichten({ ...inMap(gelegd), keten: { ...kant.dienst.keten, wegVan: () => 'map' } })
    expect(gelegd).toEqual([])
    expect(ontvangen).toMatchObject([{ soort: 'Du01', crossRefnummer: referentienummer }])
  })
})

it('wat een proces in handen had dat omviel, gaat na een tijd alsnog', async () => {
  antwoord = bv03
  const id = await legKlaar()
  await kant.vraag(`select 1`)
  antwoord = () => ({ status: 503, lichaam: '' })
  await ronde()
  // Zoals na een klap midden in een poging: in handen, zonder uitkomst.
  await kant.vraag(`update envelop set volgende_op = now() + interval '1 minute', fout_code = null where bericht = '${id}'`)
  antwoord = bv03
  await ronde()
  expect(await stand(id)).toMatchObject({ stand: 'wacht' })
  await nuMag()
  await ronde()
  expect(await stand(id)).toMatchObject({ stand: 'ontvangen' })
})
