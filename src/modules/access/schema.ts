import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { normalEmail } from "./email";

const email = z.string().max(320).refine((text) => normalEmail(text) !== null, { error: "invalid" });
/** Bounded, because hashing what is endless is a way to keep a machine busy. How good it is is for the verb to say. */
const password = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(80).refine((text) => !/[\u0000-\u001f\u007f<>]/.test(text), { error: "invalid" });
const storefront = z.string().regex(/^[a-z]{2}-[a-z]{2}$/);
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const sessionId = z.string().max(40).refine((text): text is Id<"session"> => isIdOf("session", text));

export const signUpSchema = z.strictObject({ email, password, name, storefront });
export const signInSchema = z.strictObject({ email: z.string().max(320), password: z.string().max(200) });
export const askPasswordResetSchema = z.strictObject({ email, storefront });
export const resetPasswordSchema = z.strictObject({ token, password });
export const verifyEmailSchema = z.strictObject({ token, password: z.string().max(200).default("") });
export const changePasswordSchema = z.strictObject({ current: password, password });
export const changeNameSchema = z.strictObject({ name });
export const endSessionSchema = z.strictObject({ sessionId });
export const nothingSchema = z.strictObject({});

export type SignUp = z.output<typeof signUpSchema>;
export type AskPasswordReset = z.output<typeof askPasswordResetSchema>;
export type ResetPassword = z.output<typeof resetPasswordSchema>;
export type VerifyEmail = z.output<typeof verifyEmailSchema>;
export type ChangePassword = z.output<typeof changePasswordSchema>;
