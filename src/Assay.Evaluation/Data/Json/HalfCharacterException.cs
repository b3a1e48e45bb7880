namespace Assay.Data.Json;

/// <summary>A text in JSON holds one half of a surrogate pair (<c>\ud83d</c> alone): no character, and no UTF-8 can hold it.</summary>
internal sealed class HalfCharacterException(Exception innerException)
    : Exception("a text holds half a character (such as \\ud83d without \\ude00)", innerException);
