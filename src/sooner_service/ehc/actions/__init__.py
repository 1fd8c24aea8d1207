"""Every step of an EHC case: asked for, decided, advice gathered, drafted, made final."""
