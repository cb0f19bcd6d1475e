/** De dienst van een kant van de keten op een bestaande database, met het achtergrondwerk. Ook te gebruiken door een los proces. */
import { join } from 'node:path'
import { setTimeout as rust } from 'node:timers/promises'
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { maakKluis } from '#storage/kluis.ts'
import { maakPool, type Verbinding } from '#storage/postgres/verbinding.ts'
import { zorgVoorSleutelbos } from '#storage/sleutelbos.ts'
import { maakKysely } from '#storage/transactie.ts'
import { openWachtrij } from '#storage/wachtrij.ts'
import { verstuurUitgaand } from '../beheer/verstuur-uitgaand.ts'
import { verstuurBerichten } from '../berichten/bezorg.ts'
import { maakGemeentezorg } from '../berichten/open-keten.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { type Ketendienst, openTransport } from './transport.ts'
import { verwerkEnveloppen } from './verwerk-envelop.ts'

/** In `map` staan keten.yaml met de certificaten, en de sleutels. */
export type Proef = { readonly map: string; readonly rol: string; readonly verbindingen: { app: Verbinding; eigenaar: Verbinding } }
export type Proefdienst = Dienst & { readonly keten: Ketendienst }

export async function openProefdienst({ map, rol, verbindingen }: Proef) {
  const transport = await openTransport(join(map, 'keten.yaml'), false)
  if (!transport.ok) throw new Error(transport.fout.join('\n'))
  const sleutelbos = await zorgVoorSleutelbos(join(map, 'sleutels.json'))
  if (!sleutelbos.ok) throw new Error(sleutelbos.fout)
  const app = maakPool(verbindingen.app, `proefkant ${rol}`, { max: 6 })
  const eigenaar = maakPool(verbindingen.eigenaar, `proefkant ${rol} eigenaar`, { max: 1 })
  const wachtrij = await openWachtrij(app, () => undefined)
  const nu = () => new Date()
  const dienst: Proefdienst = {
    db: maakKysely(app),
    wachtrij,
    kluis: maakKluis(sleutelbos.value),
    keten: { ...transport.value, zorgVoorGemeente: maakGemeentezorg(maakKysely(eigenaar)) },
    nu,
    vandaag: () => datumVanTijdstip(vanMs(nu().getTime())),
    catalogi: '',
    versie: '1.2.0',
  }
  let lussen: { stop(): Promise<void> }[] = []
  return {
    dienst,
    /** Van vastgelegd naar wachtrij, wat in de wachtrij staat, en wat bleef liggen. */
    async werk(d: Proefdienst): Promise<void> {
      await wachtrij.voerUit('bericht', ({ gemeente }) => verstuurBerichten(d, gemeente))
      await wachtrij.voerUit('envelop', ({ gemeente }) => verwerkEnveloppen(d, gemeente))
      lussen = [
        doorlopend(50, () => verstuurUitgaand(d, wachtrij)),
        doorlopend(1000, () => verstuurBerichten(d)),
        doorlopend(1000, () => verwerkEnveloppen(d)),
      ]
    },
    async sluit(): Promise<void> {
      await wachtrij.stop()
      await Promise.all(lussen.map((l) => l.stop()))
      await Promise.all([app.end(), eigenaar.end()])
    },
  }
}

function doorlopend(rustMs: number, werk: () => Promise<unknown>): { stop(): Promise<void> } {
  const stand = { loopt: true }
  const loop = (async () => {
    while (stand.loopt) {
      await werk()
      await rust(rustMs)
    }
  })()
  return {
    stop: async () => {
      stand.loopt = false
      await loop
    },
  }
}
