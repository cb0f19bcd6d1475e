/**
 * De schermen van de werkplek: één regel per scherm, en pas als het scherm er is. `rollen` bepaalt wie het te zien krijgt (de server
 * beslist zelf over elk gegeven); het menu toont een ingang alleen als haar scherm hier staat.
 */
import type { ComponentType } from 'react'
import type { Rol } from './api/sessie.ts'

export type Werkroute = {
  /** Zonder schuine streep vooraan, bijvoorbeeld `inwoners/:id`. */
  readonly pad: string
  readonly rollen: readonly Rol[]
  /** `() => import('./werk/WerkPagina.tsx').then((m) => m.WerkPagina)` */
  readonly laad: () => Promise<ComponentType>
}

export const werkroutes: readonly Werkroute[] = []

/** Of er een scherm is waarvan het adres met dit deel begint. */
export const heeftScherm = (deel: string): boolean => werkroutes.some((r) => r.pad.split('/')[0] === deel)
