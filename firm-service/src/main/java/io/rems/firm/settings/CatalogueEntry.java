package io.rems.firm.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a settings page needs to make a field for a setting; the same for all firms. */
@Schema(description = "A setting that firms have, whatever they have set")
record CatalogueEntry(
        @Schema(description = "Its name; what stands before the dot is its group", example = "billing.invoiceDueDays")
        String key,

        SettingType.Kind type,

        @Schema(description = "Whether the value is several, separated by commas")
        boolean list,

        @Schema(description = "What a number counts, or how it is written", example = "days") @Nullable
        String unit,

        @Schema(description = "The smallest value of the type") @Nullable
        String minimum,

        @Schema(description = "The largest value of the type") @Nullable
        String maximum,

        @Schema(description = "All values there are, if they are few")
        List<String> options,

        @JsonProperty("default") String defaultValue,
        @Schema(description = "What it accepts, in words") String accepts,
        String description) {

    static CatalogueEntry of(Setting<?> setting) {
        var type = setting.type();
        return new CatalogueEntry(
                setting.key(),
                type.kind(),
                type.list(),
                type.bounds().unit(),
                type.bounds().least(),
                type.bounds().most(),
                type.bounds().options(),
                setting.defaultValue(),
                type.accepts(),
                setting.description());
    }
}
