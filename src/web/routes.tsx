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

const lezers: readonly Rol[] = ['consulent', 'teamleider', 'toezichthouder']

export const werkroutes: readonly Werkroute[] = [
  {
    pad: 'inwoners/:inwoner/onderzoek/:onderzoek',
    rollen: lezers,
    laad: () => import('./onderzoek/OnderzoekPagina.tsx').then((m) => m.OnderzoekPagina),
  },
  {
    pad: 'inwoners/:inwoner/onderzoek/:onderzoek/samenvatting',
    rollen: lezers,
    laad: () => import('./onderzoek/SamenvattingPagina.tsx').then((m) => m.SamenvattingPagina),
  },
  {
    pad: 'inwoners/:inwoner/onderzoek/:onderzoek/indicatie',
    rollen: ['consulent', 'teamleider'],
    laad: () => import('./indicatie/VoorstelPagina.tsx').then((m) => m.VoorstelPagina),
  },
  {
    pad: 'indicaties/:id',
    rollen: ['consulent', 'teamleider', 'toezichthouder', 'administratie'],
    laad: () => import('./indicatie/IndicatiePagina.tsx').then((m) => m.IndicatiePagina),
  },
]

/** Of er een scherm is met precies dit adres; een scherm eronder is nog geen ingang. */
export const heeftScherm = (deel: string): boolean => werkroutes.some((r) => r.pad === deel)
