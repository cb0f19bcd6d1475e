/** Twee en tweehonderd tegelijk op één onderzoek. */
import { afterAll, describe, expect, it } from 'vitest'
import { maakOnderzoekproef } from './onderzoekproef.testhulp.ts'

const { s, noor, onderzoek, jaNee, logboek } = await maakOnderzoekproef()
afterAll(() => s.sluit())

describe('twee consulenten op één onderzoek', () => {
  it('de eerste wint; de ander hoort wie, wanneer en wat er nu staat, en verliest niets', async () => {
    const o = await onderzoek()
    const tess = await s.meldAan('teamleider')
    const [een = '', twee = ''] = jaNee()
    await o.bewaar([{ vraag: een, waarde: 'ja' }])
    const laat = await tess.roep(
      'POST',
      `/onderzoeken/${o.id}/antwoorden`,
      { antwoorden: [{ vraag: twee, waarde: 'nee' }] },
      { 'if-match': '"v1"' },
    )
    expect(laat.status).toBe(412)
    expect(laat.lichaam).toMatchObject({
      code: 'ONDERZOEK_GEWIJZIGD',
      wie: 'Noor Proef',
      wanneer: s.klok.nu.toISOString(),
      huidig: { versie: 2, sindsUwVersie: [{ vraag: een, waarde: 'ja', versie: 2 }] },
    })
    const opnieuw = await tess.roep(
      'POST',
      `/onderzoeken/${o.id}/antwoorden`,
      { antwoorden: [{ vraag: twee, waarde: 'nee' }] },
      { 'if-match': `"v${laat.lichaam.huidig.versie}"` },
    )
    expect(opnieuw.status).toBe(201)
    const { lichaam } = await noor.roep('GET', `/onderzoeken/${o.id}`)
    expect(lichaam.antwoorden.map((a: { vraag: string; gegevenDoor: { naam: string } }) => [a.vraag, a.gegevenDoor.naam])).toEqual([
      [een, 'Noor Proef'],
      [twee, 'Tess Proef'],
    ])
  })

  it('200 tegelijk: elk antwoord komt aan, precies één keer, en geen versie slaat een antwoord over', async () => {
    const vragen = jaNee().slice(0, 10)
    const onderzoeken = await Promise.all(Array.from({ length: 20 }, onderzoek))
    const bewaar = async (id: string, vraag: string) => {
      for (let versie = 1; ; ) {
        const { status, lichaam } = await noor.roep(
          'POST',
          `/onderzoeken/${id}/antwoorden`,
          { antwoorden: [{ vraag, waarde: 'ja' }] },
          { 'if-match': `"v${versie}"` },
        )
        if (status !== 412) return status
        versie = lichaam.huidig.versie
      }
    }
    const uit = await Promise.all(onderzoeken.flatMap((o) => vragen.map((vraag) => bewaar(o.id, vraag))))
    expect(uit).toEqual(Array.from({ length: 200 }, () => 201))
    for (const o of onderzoeken) {
      const rijen = await s.eigenaar
        .selectFrom('antwoord')
        .select(['vraag', 'volgnummer', 'versie'])
        .where('onderzoek', '=', o.id)
        .orderBy('volgnummer')
        .execute()
      expect(rijen.map((r) => r.vraag).sort()).toEqual([...vragen].sort())
      expect(rijen.map((r) => [r.volgnummer, r.versie])).toEqual(vragen.map((_, i) => [i + 1, i + 2]))
      expect((await logboek(o.inwoner)).filter((r) => r.soort === 'wijzigen')).toHaveLength(10)
    }
  })
})
