// The two checks of an evening, and what each is called among the words.
export const CHECKS = { "check-in": "check_in", "check-out": "check_out" };
