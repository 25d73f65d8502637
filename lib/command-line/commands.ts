import { adoptCommand } from "./adopt/adopt-command";
import { checkCommand } from "./check/check-command";
import { Command } from "./command";
import { fromServerlessCommand } from "./from-serverless/from-serverless-command";
import { verifyCommand } from "./verify/verify-command";

/**
 * Every command, in the order of the help. A command's text is here when the program starts; what it does is loaded
 * when it runs.
 */
export const COMMANDS: readonly Command[] = [fromServerlessCommand, adoptCommand, checkCommand, verifyCommand];
