import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok } from '#core/base/result.ts'
import { controleerKeten } from '#storage/auditketen.ts'
import { handel } from '../handeling/handel.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { verzegelLogboek } from './verzegel-logboek.ts'

let p: Proefwerkplek
let gemeente: string
beforeAll(async () => {
  p = await maakProefwerkplek()
  gemeente = p.gemeenten[0]?.code as string
})
afterAll(() => p.sluit())

const doe = async (aantal: number) => {
  const wie = await p.als('consulent')
  await Promise.all(
    Array.from({ length: aantal }, (_, i) =>
      handel(p.dienst, wie, async (w) => {
        w.noteer({ soort: 'lezen', objecten: [{ soort: 'proef', id: w.nieuweId(), versie: i }], doel: `proef ${i}` })
        return ok(null)
      }),
    ),
  )
}
const keten = () => alsSysteem(p.dienst, gemeente, (tx) => controleerKeten(tx, gemeente))
/** Buiten het programma om, als eigenaar: precies wat de keten moet verraden. */
const knoei = (sql: string) => p.knoei(sql)

describe('de keten over het logboek', () => {
  it('tien tegelijk verzegelen geeft één keten zonder gaten', async () => {
    await doe(60)
    await Promise.all(Array.from({ length: 10 }, () => verzegelLogboek(p.dienst, gemeente)))
    await verzegelLogboek(p.dienst, gemeente)
    expect(await keten()).toEqual({ verzegeld: 60, open: 0, breuk: null })
  })

  it('wat net geschreven is telt als open, niet als breuk', async () => {
    await doe(3)
    expect(await keten()).toEqual({ verzegeld: 60, open: 3, breuk: null })
    await verzegelLogboek(p.dienst, gemeente)
  })

  it('een regel die buiten het programma om verandert wordt bij naam genoemd', async () => {
    const { audit } = await p.eigenaar.selectFrom('auditzegel').select('audit').where('volgnummer', '=', '7').executeTakeFirstOrThrow()
    await knoei(`update audit set doel = 'iets anders' where id = '${audit}'`)
    expect((await keten()).breuk).toEqual({ volgnummer: 7, audit, wat: 'de regel is veranderd' })
    await knoei(`update audit set doel = 'proef' where id = '${audit}'`)
    expect((await keten()).breuk).not.toBeNull()
  })

  it('een zegel dat weg is, en een regel die nooit in de keten kwam', async () => {
    await knoei(`delete from auditzegel where volgnummer = 3`)
    expect((await keten()).breuk).toMatchObject({ volgnummer: 3, wat: 'zegel 3 ontbreekt' })
  })

  it('het programma zelf kan het logboek niet veranderen', async () => {
    const poging = async (opdracht: string) => {
      const client = await p.app.connect()
      try {
        await client.query(`begin; select set_config('meedoen.gemeente','${gemeente}',true), set_config('meedoen.rollen','systeem',true)`)
        await client.query(opdracht)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    await expect(poging('update audit set doel = doel')).rejects.toThrow(/permission denied/)
    await expect(poging('delete from auditzegel')).rejects.toThrow(/permission denied/)
  })
})
