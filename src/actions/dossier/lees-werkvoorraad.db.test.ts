import { afterAll, beforeAll, expect, it } from 'vitest'
import { maakKysely } from '#storage/transactie.ts'
import { maakProefwerkplek, type Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import { leesWerkvoorraad } from './lees-werkvoorraad.ts'
import { maakMelding } from './maak-melding.ts'
import { voegInwonerToe } from './voeg-inwoner-toe.ts'

let p: Proefwerkplek
beforeAll(async () => {
  p = await maakProefwerkplek()
})
afterAll(() => p.sluit())

it('Mijn werk stelt bij vijftig zaken evenveel vragen aan de database als bij één', async () => {
  const ik = await p.als('consulent')
  const inwoner = await voegInwonerToe(p.dienst, ik, { naam: { achternaam: 'Proefpersoon' }, geenBsnReden: 'spoed' })
  if (!inwoner.ok) throw new Error(inwoner.fout.tekst)
  const melding = () =>
    maakMelding(p.dienst, ik, {
      inwoner: inwoner.value.id,
      kanaal: 'balie',
      gemeldDoor: 'inwoner',
      ontvangenOp: '2026-11-20',
      hulpvraag: 'Hulp',
      behandelaar: ik.actor.medewerker,
    })
  const tel = async () => {
    let vragen = 0
    const werk = await leesWerkvoorraad({ ...p.dienst, db: maakKysely(p.app, () => void vragen++) }, ik, 'ik')
    return { vragen, zaken: werk.ok ? Object.values(werk.value.blokken).reduce((som, b) => som + b.aantal, 0) : 0 }
  }
  await melding()
  const een = await tel()
  await Promise.all(Array.from({ length: 49 }, melding))
  expect([een.zaken, await tel()]).toEqual([1, { vragen: een.vragen, zaken: 50 }])
})
