//! In each variation the starter is red, the book's answer fails one check, and there is an answer.

proof::proofs!(variations::prove);
