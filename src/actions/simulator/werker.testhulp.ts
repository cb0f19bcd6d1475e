/** Een los proces dat een map met berichten verwerkt tot het gedood wordt. */
import { setTimeout as wacht } from 'node:timers/promises'
import { maakPool, type Verbinding } from '#storage/postgres/verbinding.ts'
import { maakKysely } from '#storage/transactie.ts'
import { maakGemeentezorg } from '../berichten/open-keten.ts'
import { verwerkMap } from '../berichten/verwerk-map.ts'
import type { Dienst } from '../handeling/dienst.ts'
import { proefkluis, SYSTEEMDATUM } from './werk.testhulp.ts'

const { app, eigenaar, map } = JSON.parse(process.argv[2] ?? '{}') as { app: Verbinding; eigenaar: Verbinding; map: string }
const dienst = {
  db: maakKysely(maakPool(app, 'werker', { max: 3 })),
  kluis: proefkluis(),
  nu: () => new Date(),
  vandaag: () => SYSTEEMDATUM,
} as unknown as Dienst
const bus = { map, zorgVoorGemeente: maakGemeentezorg(maakKysely(maakPool(eigenaar, 'werker eigenaar', { max: 1 }))) }
for (;;) {
  await verwerkMap(dienst, bus)
  await wacht(5)
}
