/** The ids of the five papers of the review in `content`. */
export const huggett = 'huggett-2024-client-therapist-perspectives';
export const iversen = 'iversen-2025-building-sustaining-therapeutic';
export const newydd = 'newydd-nd-experiences-mental-health';
export const potocky = 'potocky-2025-therapeutic-alliance-refugee';
export const tremain = 'tremain-2020-therapeutic-alliance-digital';
