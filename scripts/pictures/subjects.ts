import { beauty } from "./draw-beauty";
import { clothes } from "./draw-clothes";
import { electronics } from "./draw-electronics";
import { food } from "./draw-food";
import { home } from "./draw-home";
import { kitchen } from "./draw-kitchen";
import { leather } from "./draw-leather";
import groups from "./drawn-groups.json" with { type: "json" };
import renderTable from "./renders.json" with { type: "json" };
import type { Drawing } from "./svg";

export interface Render { readonly file: string; readonly group: string; readonly pose: string; readonly dye?: string }
/** Subjects taken from the 3D renders of @lobehub/fluent-emoji-3d (Microsoft Fluent Emoji, MIT). */
export const renders: Readonly<Record<string, Render | undefined>> = renderTable;
/** Subjects drawn by us. */
export const drawings: Readonly<Record<string, Drawing | undefined>> = { ...beauty, ...clothes, ...electronics, ...food, ...home, ...kitchen, ...leather };

export const subjectNames = [...Object.keys(renders), ...Object.keys(drawings)];
export const isSubject = (name: string) => renders[name] !== undefined || drawings[name] !== undefined;
export const groupOf = (name: string): string => renders[name]?.group ?? (groups as Record<string, string>)[name] ?? "home";
export const poseOf = (name: string): "stand" | "flat" => (drawings[name]?.pose ?? renders[name]?.pose) === "flat" ? "flat" : "stand";
