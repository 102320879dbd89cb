//! Answers, right and wrong, to the exercises. What is proved of them is in `tests/`.
