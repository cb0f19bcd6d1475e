/** Een retourbericht lezen: welke codes, op welke klasse, van welke regel; en of het bij iets van ons hoort. */
import { describe, expect, it } from 'vitest'
import { leesBericht } from '../codec.ts'
import { gelezenCodes } from '../iwmo-3-2/keten/gelezen-codes.ts'
import { ontvang, type Ontvangst } from './ontvang.ts'
import { alsBytes, declareer, maakOefening, PARTIJEN, regel, stuur, SYSTEEMDATUM, wijsToe, type Zending } from './oefening.testhulp.ts'

const omgeving = (bron: Parameters<typeof ontvang>[1]['bron']) => ({
  bron,
  wij: { rol: 'aanbieder' as const, partij: PARTIJEN.aanbieder },
  systeemdatum: SYSTEEMDATUM,
  eigen: { identificatie: 'X', dagtekening: SYSTEEMDATUM },
})
/** De gemeente beoordeelt; de aanbieder leest het antwoord. */
async function antwoordOp(eerder: readonly Zending[], zending: Zending, kentDeAanbiederHet = true): Promise<[Ontvangst, Ontvangst]> {
  const gemeente = maakOefening()
  const aanbieder = maakOefening({ rol: 'aanbieder' })
  for (const bericht of eerder) await gemeente.verwerk(bericht)
  const heen = await gemeente.verwerk(zending)
  if (kentDeAanbiederHet) await aanbieder.verwerk(zending)
  if (heen.soort !== 'beoordeeld' || heen.retour === null) throw new Error(heen.soort)
  return [heen, await ontvang(alsBytes(heen.retour.naam, heen.retour.waarde), omgeving(aanbieder.stand))]
}

describe('een retourbericht', () => {
  it('aangenomen: geen codes', async () => {
    const [, terug] = await antwoordOp([wijsToe()], stuur('WMO305'))
    expect(terug).toMatchObject({
      soort: 'retour',
      bericht: 'WMO306',
      over: { naam: 'WMO305', afzender: PARTIJEN.aanbieder, identificatie: 'B2' },
      isBekend: true,
      uitkomst: 'geaccepteerd',
      retourcodes: [],
    })
  })
  it('afgewezen: dezelfde codes, klassen en regels als de ontvanger vond', async () => {
    const [heen, terug] = await antwoordOp([], stuur('WMO305'))
    if (heen.soort !== 'beoordeeld' || terug.soort !== 'retour') throw new Error('verkeerde soort')
    expect(terug.uitkomst).toBe('afgewezen')
    expect(terug.retourcodes).toEqual([{ klasse: 'StartProduct', sleutel: '1 02 02A01 2026-01-05', code: '9019', regel: 'TR019' }])
    expect(terug.retourcodes.map(({ klasse, code, regel: r }) => ({ klasse, code, regel: r }))).toEqual(
      heen.retourcodes.map(({ klasse, code, regel: r }) => ({ klasse, code, regel: r })),
    )
  })
  it('op niveau 2: 0001 op de kop, zonder regel', async () => {
    const [, terug] = await antwoordOp(
      [],
      stuur('WMO305', (m) => (m.Client.Bsn = '999990018')),
    )
    expect(terug).toMatchObject({ uitkomst: 'afgewezen', retourcodes: [{ klasse: 'Header', sleutel: 'B1', code: '0001', regel: null }] })
  })
  it('hoort het bij niets van ons, dan staat dat erbij', async () => {
    const [, terug] = await antwoordOp([wijsToe()], stuur('WMO305'), false)
    expect(terug).toMatchObject({ soort: 'retour', isBekend: false })
  })
  it('een declaratieantwoord noemt alleen wat is afgekeurd', async () => {
    const gemeente = maakOefening()
    await gemeente.verwerk(wijsToe())
    const uitkomst = await gemeente.verwerk(declareer('D1', [regel('R1'), regel('R2', { ProductCode: '02A09', GeleverdVolume: 1 })]))
    if (uitkomst.soort !== 'beoordeeld' || uitkomst.retour === null) throw new Error(uitkomst.soort)
    const gelezen = leesBericht(alsBytes(uitkomst.retour.naam, uitkomst.retour.waarde))
    expect(gelezen.ok && gelezenCodes(gelezen.value)).toEqual([{ klasse: 'Prestatie', sleutel: 'R2', code: '9340', regel: 'TR340' }])
  })
})

describe('wat er binnenkomt', () => {
  it('van of voor een ander paar is vreemd', async () => {
    const uitkomst = await maakOefening().verwerk(stuur('WMO305', (m) => (m.Header.Ontvanger = '1111')))
    expect(uitkomst).toEqual({ soort: 'vreemd', bericht: 'WMO305' })
  })
  it('wat niet aan het schema voldoet krijgt geen retourbericht, maar fouten voor een foutverslag', async () => {
    const bytes = new TextEncoder().encode(
      new TextDecoder().decode(alsBytes('WMO305', stuur('WMO305').waarde as never)).replace('<wmo305:Geslacht>2', '<wmo305:Geslacht>9'),
    )
    expect(await ontvang(bytes, omgeving(maakOefening().stand))).toMatchObject({
      soort: 'niveau1',
      bericht: 'WMO305',
      fouten: [{ element: 'Geslacht' }],
    })
  })
  it('ons eigen heenbericht is verzonden, niet beoordeeld', async () => {
    expect(await maakOefening({ systeemdatum: '2020-01-01' }).verwerk(wijsToe())).toMatchObject({ soort: 'eigen', bericht: 'WMO301' })
  })
})
