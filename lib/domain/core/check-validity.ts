import { expired } from "../../rules/certificate/expired";
import { expiresSoon } from "../../rules/certificate/expires-soon";
import { notYetValid } from "../../rules/certificate/not-yet-valid";
import { Finding } from "../../rules/finding";
import { CertificateFacts } from "./certificate-facts";

const DAY = 24 * 60 * 60 * 1000;
const SOON = 30 * DAY;

/** What is said of a certificate that has expired: the day on which it did. */
export type WhenExpired = (property: string, subject: string, on: string) => Finding[];

/** Whether a certificate is valid now, and for 30 days more. */
export function checkValidity(
  property: string,
  { subject, validFrom, validTo }: CertificateFacts,
  now: Date,
  whenExpired: WhenExpired = expired,
): Finding[] {
  if (now < validFrom) return notYetValid(property, subject, dayOf(validFrom));
  if (now > validTo) return whenExpired(property, subject, dayOf(validTo));
  return validTo.getTime() - now.getTime() < SOON ? expiresSoon(property, subject, dayOf(validTo)) : [];
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
